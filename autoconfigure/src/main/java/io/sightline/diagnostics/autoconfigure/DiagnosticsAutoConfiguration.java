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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sightline.audit.AuditEvents;
import io.sightline.identity.ServiceIdentity;
import io.sightline.identity.autoconfigure.ServiceIdentities;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.autoconfigure.RedactionAutoConfiguration;
import io.sightline.redaction.autoconfigure.RedactionPolicies;
import io.sightline.report.ReportContributor;
import io.sightline.tracing.sampling.SamplingControl;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what the application says of
 * itself: a line when it is ready, and the wiring report. Add {@link ReportContributor}
 * beans to add to the report.
 */
@AutoConfiguration(after = RedactionAutoConfiguration.class)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "diagnostics.enabled" }, matchIfMissing = true)
@Import(ReportConfigurations.class)
public final class DiagnosticsAutoConfiguration {

	@Bean
	StartupLine sightlineStartupLine(ApplicationContext context, WiringReports reports) {
		return new StartupLine(context, reports);
	}

	@Bean
	ReportRunner sightlineReportRunner(ApplicationContext context, WiringReports reports) {
		return new ReportRunner(context, reports, System.out, System::exit);
	}

	@Bean
	@ConditionalOnMissingBean
	EffectiveSettings sightlineEffectiveSettings(ConfigurableEnvironment environment,
			ObjectProvider<RedactionPolicy> policies) {
		// Whoever lets secrets into the logs did not ask for them in a report.
		return new EffectiveSettings(environment, policies.getIfUnique(DiagnosticsAutoConfiguration::defaultPolicy));
	}

	private static RedactionPolicy defaultPolicy() {
		return RedactionPolicies.fromEnvironment(new NoProperties());
	}

	@Bean
	@ConditionalOnMissingBean
	WiringReports sightlineWiringReports(ApplicationContext context, ConfigurableListableBeanFactory beans,
			EffectiveSettings settings, ObjectProvider<ReportContributor> contributors) {
		ClassLoader loader = ReportConfigurations.classLoader(context);
		return new WiringReports(service(identity(context)), new FeatureReader(beans, settings, loader), settings,
				loader, () -> contributors.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	SamplingChanges sightlineSamplingChanges(ObjectProvider<SamplingControl> controls,
			ObjectProvider<AuditEvents> audit) {
		return new SamplingChanges(controls, audit);
	}

	/**
	 * Before any bean: the policy of the application has to wait for later reports.
	 */
	@Bean
	static KeyCheckPostProcessor sightlineKeyCheckPostProcessor(ConfigurableEnvironment environment,
			ConfigurableListableBeanFactory beans) {
		return new KeyCheckPostProcessor(environment, () -> {
			ClassLoader own = beans.getBeanClassLoader();
			ClassLoader loader = (own != null) ? own : ClassLoader.getSystemClassLoader();
			EffectiveSettings settings = new EffectiveSettings(environment, defaultPolicy());
			List<KeyProblem> problems = new ArrayList<>(new KeyCheck(settings.keys(), loader).problems());
			problems.addAll(new FeatureReader(beans, settings, loader).missing(settings.keys()));
			return problems;
		});
	}

	@Bean
	ReportContributor sightlineKeyContributor(ApplicationContext context, EffectiveSettings settings) {
		return new KeyContributor(new KeyCheck(settings.keys(), ReportConfigurations.classLoader(context)));
	}

	@Bean
	ReportContributor sightlineServiceContributor(ApplicationContext context) {
		return new ServiceContributor(identity(context));
	}

	private static ServiceIdentity identity(ApplicationContext context) {
		return ServiceIdentities.resolve(context.getEnvironment(), context);
	}

	private static Map<String, String> service(ServiceIdentity identity) {
		Map<String, String> service = new LinkedHashMap<>();
		service.put("name", identity.name());
		service.put("version", identity.version());
		service.put("environment", identity.environment());
		service.put("instance", identity.instance());
		return service;
	}

	/**
	 * The endpoint, where it is exposed.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnAvailableEndpoint
		SightlineEndpoint sightlineEndpoint(WiringReports reports, SamplingChanges sampling) {
			return new SightlineEndpoint(reports, sampling);
		}

	}

	private static final class NoProperties extends AbstractEnvironment {

	}

}
