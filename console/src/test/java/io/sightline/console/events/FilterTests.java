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

package io.sightline.console.events;

import java.util.List;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FilterTests {

	@ParameterizedTest
	@CsvSource({ "duration_ms>=500,duration_ms,FROM,500", "a>1.5,a,ABOVE,1.5", "http.route=/a=b,http.route,EQUAL,/a=b",
			"a!=b,a,DIFFERENT,b", "a~B c,a,CONTAINS,B c", "a<-1,a,BELOW,-1", "a<=1,a,UP_TO,1" })
	void readsFieldOperatorAndValue(String text, String field, Filter.Operator operator, String value) {
		assertThat(Filter.parse("filter", List.of(text))).containsExactly(new Filter(field, operator, value));
	}

	@Test
	void readsThatAFieldIsThere() {
		assertThat(Filter.parse("filter", List.of("a?"))).containsExactly(new Filter("a", Filter.Operator.EXISTS, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "=b", "a b=c", "a>b", "a>", "a>=1e9", "a'--=b", "a)=b" })
	void refusesAnythingElse(String text) {
		assertThatExceptionOfType(BadFieldException.class).isThrownBy(() -> Filter.parse("filter", List.of(text)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=' OR 1=1 --", "a~'); DROP TABLE spans_1; --", "a!=x y" })
	void keepsValuesOutOfTheStatement(String text) {
		Where where = new Where();
		Filter filter = Filter.parse("filter", List.of(text)).get(0);
		filter.addTo(where);
		assertThat(where.sql()).doesNotContain(filter.value()).doesNotContain("DROP");
		assertThat(where.values()).containsExactly("a", filter.value());
	}

}
