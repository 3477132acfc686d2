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

package io.sightline.tracing.jdbc;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcQueryContext} and {@link SharedKeyValues}.
 */
class JdbcQueryContextTests {

	private static final KeyValue OWN = KeyValue.of("own", "value");

	private final Database database = Database.ofUrl("jdbc:h2:mem:context");

	private final Query query = new QueryCache(this.database, 100).get("select a from t");

	private final JdbcQueryContext context = new JdbcQueryContext(this.database, this.query, 1);

	@Test
	void hasNoKeyValuesAtFirst() {
		assertThat(this.context.getAllKeyValues()).isEmpty();
		assertThat(this.context.getLowCardinalityKeyValue(DatabaseKeys.SYSTEM)).isNull();
		assertThat(this.context.getHighCardinalityKeyValue(DatabaseKeys.TEXT)).isNull();
	}

	@Test
	void keepsWhatConventionGivesWithoutCopy() {
		addConvention();
		addConvention();
		assertThat(this.context.getLowCardinalityKeyValues()).isSameAs(this.query.lowCardinality());
		assertThat(this.context.getHighCardinalityKeyValues()).isSameAs(this.query.highCardinality());
		assertThat(this.context.getLowCardinalityKeyValue(DatabaseKeys.OPERATION))
			.hasToString("keyValue(db.operation.name=SELECT)");
		assertThat(this.context.getHighCardinalityKeyValue("none")).isNull();
	}

	@Test
	void addsWhatOthersAdd() {
		addConvention();
		this.context.addLowCardinalityKeyValue(OWN);
		this.context.addHighCardinalityKeyValues(KeyValues.of(OWN));
		addConvention();
		assertThat(this.context.getLowCardinalityKeyValues())
			.containsExactlyElementsOf(this.query.lowCardinality().and(OWN));
		assertThat(this.context.getHighCardinalityKeyValues())
			.containsExactlyElementsOf(this.query.highCardinality().and(OWN));
		assertThat(this.context.getHighCardinalityKeyValue("own")).isEqualTo(OWN);
	}

	@Test
	void keepsWhatOthersAddFirst() {
		this.context.addLowCardinalityKeyValue(OWN);
		addConvention();
		assertThat(this.context.getLowCardinalityKeyValues())
			.containsExactlyElementsOf(this.query.lowCardinality().and(OWN));
	}

	@Test
	void removesWhatOthersRemove() {
		addConvention();
		this.context.removeHighCardinalityKeyValues(DatabaseKeys.TEXT);
		this.context.removeLowCardinalityKeyValue(DatabaseKeys.SYSTEM);
		assertThat(this.context.getHighCardinalityKeyValue(DatabaseKeys.TEXT)).isNull();
		assertThat(this.context.getLowCardinalityKeyValue(DatabaseKeys.SYSTEM)).isNull();
		assertThat(this.context.getLowCardinalityKeyValue(DatabaseKeys.OPERATION)).isNotNull();
	}

	@Test
	void replacesWhatOthersReplace() {
		addConvention();
		this.context.addHighCardinalityKeyValue(KeyValue.of(DatabaseKeys.TEXT, "***"));
		assertThat(this.context.getAllKeyValues()).extracting(KeyValue::getValue)
			.contains("***")
			.doesNotContain("select a from t");
	}

	private void addConvention() {
		this.context.addLowCardinalityKeyValues(this.query.lowCardinality());
		this.context.addHighCardinalityKeyValues(this.query.highCardinality());
	}

}
