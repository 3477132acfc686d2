/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.sightline.console.meters;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BucketsTests {

	private final Buckets buckets = new Buckets();

	@Test
	void estimatesQuantilesAsPrometheusDoes() {
		this.buckets.add(0.1, 50);
		this.buckets.add(0.2, 90);
		this.buckets.add(0.5, 100);
		this.buckets.add(Double.POSITIVE_INFINITY, 100);
		assertThat(this.buckets.quantile(0.5)).isEqualTo(0.1, within(1e-9));
		assertThat(this.buckets.quantile(0.7)).isEqualTo(0.15, within(1e-9));
		assertThat(this.buckets.quantile(0.95)).isEqualTo(0.35, within(1e-9));
		assertThat(this.buckets.upTo(0.2)).isEqualTo(90);
	}

	@Test
	void saysTheLargestBoundOfWhatIsBeyondIt() {
		this.buckets.add(0.1, 1);
		this.buckets.add(Double.POSITIVE_INFINITY, 10);
		assertThat(this.buckets.quantile(0.99)).isEqualTo(0.1);
	}

	@Test
	void knowsNothingWithoutValues() {
		assertThat(this.buckets.quantile(0.5)).isNaN();
		this.buckets.add(0.1, 0);
		this.buckets.add(Double.NaN, 5);
		assertThat(this.buckets.quantile(0.5)).isNaN();
		assertThat(this.buckets.upTo(0.5)).isNaN();
	}

}
