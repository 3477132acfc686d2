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

package io.sightline.diagnostics.autoconfigure;

import java.util.List;
import java.util.Map;

import io.sightline.diagnostics.Feature;
import io.sightline.diagnostics.Feature.Part;
import io.sightline.diagnostics.Setting;
import io.sightline.diagnostics.WiringReport;
import io.sightline.metrics.autoconfigure.CardinalityAutoConfiguration;
import io.sightline.noise.NoisePolicy;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import io.sightline.redaction.autoconfigure.RedactionAutoConfiguration;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WiringReports}.
 */
class WiringReportsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiagnosticsAutoConfiguration.class, RedactionAutoConfiguration.class,
				NoiseAutoConfiguration.class, CardinalityAutoConfiguration.class));

	@Test
	void tellsWhatIsOn() {
		this.runner.run((context) -> {
			assertThat(feature(context, "redaction").on()).isTrue();
			assertThat(feature(context, "redaction").switches())
				.contains(new Setting("sightline.redaction.enabled", "true", Setting.DEFAULT));
		});
	}

	@Test
	void tellsWhichPropertySwitchedAFeatureOffAndItsSource() {
		this.runner.withPropertyValues("sightline.redaction.enabled=false").run((context) -> {
			Feature redaction = feature(context, "redaction");
			assertThat(redaction.on()).isFalse();
			assertThat(redaction.switches()).contains(new Setting("sightline.redaction.enabled", "false",
					"\"sightline.redaction.enabled\" from property " + "source \"test\""));
			assertThat(redaction.parts().get(0).reasons().get(0).kind()).isEqualTo("property");
		});
	}

	@Test
	void tellsWhichClassIsMissing() {
		this.runner.withClassLoader(new FilteredClassLoader(CompositeMeterRegistryAutoConfiguration.class))
			.run((context) -> assertThat(part(context, "metrics", "CardinalityAutoConfiguration").reasons())
				.anySatisfy((reason) -> {
					assertThat(reason.kind()).isEqualTo("class");
					assertThat(reason.text()).contains(CompositeMeterRegistryAutoConfiguration.class.getName());
				}));
	}

	@Test
	void tellsWhichBeanOfTheApplicationTookThePlace() {
		this.runner.withBean("ours", NoisePolicy.class, () -> NoisePolicy.of(List.of()))
			.run((context) -> assertThat(part(context, "noise", "NoiseAutoConfiguration#noisePolicy").reasons())
				.singleElement()
				.satisfies((reason) -> {
					assertThat(reason.kind()).isEqualTo("bean");
					assertThat(reason.text()).contains("ours");
				}));
	}

	@Test
	void findsWhatIsSwitchedOnAndYetOff() {
		this.runner
			.withPropertyValues("sightline.metrics.cardinality.enabled=true", "sightline.diagnostics.strict=false")
			.run((context) -> assertThat(report(context).findings()).filteredOn("id", "feature-missed")
				.extracting(Finding::meaning)
				.singleElement()
				.asString()
				.contains("'metrics'", "MeterRegistry"));
	}

	@Test
	void masksSecrets() {
		this.runner
			.withPropertyValues("sightline.redaction.hash-salt=pepper",
					"sightline.logging.fields.add.token=Bearer abcdefghijklmnop")
			.run((context) -> assertThat(report(context).toMap().toString()).doesNotContain("pepper", "abcdefghij")
				.contains("sightline.redaction.hash-salt", "sightline.logging.fields.add.token"));
	}

	@Test
	void masksSecretsEvenWhereTheyAreLogged() {
		this.runner
			.withPropertyValues("sightline.redaction.enabled=false", "sightline.logging.fields.add.password=opensesame")
			.run((context) -> assertThat(report(context).toMap().toString()).doesNotContain("opensesame"));
	}

	@Test
	void tellsDefaultsOfWhatNobodySet() {
		this.runner.run((context) -> assertThat(report(context).settings())
			.contains(new Setting("sightline.health.threads", "16", Setting.DEFAULT)));
	}

	@Test
	void contributorAddsSectionAndFindings() {
		Finding finding = new Finding("agent", Severity.ERROR, "Two agents", "Remove one");
		this.runner.withBean(ReportContributor.class, () -> new StubContributor(Map.of("present", true), finding))
			.run((context) -> {
				assertThat(report(context).sections()).containsEntry("stub", Map.of("present", true));
				assertThat(report(context).findings()).first().isEqualTo(finding);
			});
	}

	@Test
	void contributorThatThrowsSpoilsNothing() {
		this.runner.withBean(ReportContributor.class, FailingContributor::new).run((context) -> {
			assertThat(report(context).sections()).containsKeys("failing", "logging");
			assertThat(report(context).findings()).extracting(Finding::id).contains("report-incomplete");
		});
	}

	@Test
	void hasAStableForm() {
		this.runner.run((context) -> assertThat(report(context).toMap()).containsOnlyKeys("schema", "service",
				"findings", "features", "settings", "sections"));
	}

	private static WiringReport report(AssertableApplicationContext context) {
		return context.getBean(WiringReports.class).create();
	}

	private static Feature feature(AssertableApplicationContext context, String name) {
		return report(context).features()
			.stream()
			.filter((feature) -> feature.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static Part part(AssertableApplicationContext context, String feature, String name) {
		return feature(context, feature).parts()
			.stream()
			.filter((part) -> part.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private record StubContributor(Object details, Finding finding) implements ReportContributor {

		@Override
		public String section() {
			return "stub";
		}

		@Override
		public List<Finding> findings() {
			return List.of(this.finding);
		}

	}

	private static final class FailingContributor implements ReportContributor {

		@Override
		public String section() {
			return "failing";
		}

		@Override
		public Object details() {
			return new StaticListableBeanFactory().getBean("none");
		}

		@Override
		public List<Finding> findings() {
			throw new IllegalStateException("no");
		}

	}

}
