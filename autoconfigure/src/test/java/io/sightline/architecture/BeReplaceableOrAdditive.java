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

package io.sightline.architecture;

import java.util.Set;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;

/**
 * A bean method backs off, or adds to what others supply and is listed here.
 */
final class BeReplaceableOrAdditive extends ArchCondition<JavaMethod> {

	private static final Set<String> ADDITIVE = Set.of("sightlineActuatorAuditSink", "sightlineAgentLine",
			"sightlineAppliedAspects", "sightlineBusinessMetricsStart", "sightlineCacheStatistics",
			"sightlineClientContributor", "sightlineCompositeLimit", "sightlineContinuedSpanMethods",
			"sightlineCostContributor", "sightlineCountedEventAdvisor", "sightlineCountedMethods",
			"sightlineDataSourcePostProcessor", "sightlineEarlyCloserRemoval", "sightlineExecutorContributor",
			"sightlineExecutorMetersPostProcessor", "sightlineExecutorPostProcessor", "sightlineExporterContributor",
			"sightlineHealthGroupMembers", "sightlineHealthLifecycle", "sightlineHealthObservationPredicate",
			"sightlineHealthRegistryPostProcessor", "sightlineHttpClientCallCounter", "sightlineJdbcObservationStart",
			"sightlineJdkClientCallCounter", "sightlineKafkaBatchPostProcessor", "sightlineKeyCheckPostProcessor",
			"sightlineKeyContributor", "sightlineLedgerContributor", "sightlineLivenessRule",
			"sightlineLogExportConnection", "sightlineLogExportDeliveries", "sightlineLogExportLedgerMetrics",
			"sightlineLogExportLedgers", "sightlineLogLedgerMetrics", "sightlineLogLedgers", "sightlineLogQueueFill",
			"sightlineLogbackContributor", "sightlineMeterContributor", "sightlineMeterRegistryCollector",
			"sightlineMetricDeliveries", "sightlineNewSpanMethods", "sightlineNoiseCustomizer",
			"sightlineObservedMethods", "sightlineOtlpGrpcCustomizer", "sightlineOtlpHttpCustomizer",
			"sightlineOtlpSenderPostProcessor", "sightlinePressureContributor", "sightlinePressureLifecycle",
			"sightlinePressureMetrics", "sightlineProblemDetailConfigurer", "sightlineQueryCounter",
			"sightlineRabbitBatchPostProcessor", "sightlineReactiveStaticResourceCollector",
			"sightlineRemoteDecisionCustomizer", "sightlineReportRunner", "sightlineRequestHttpHandler",
			"sightlineRouteConfigurer", "sightlineSampledScopePostProcessor", "sightlineSamplingContributor",
			"sightlineSeriesCost", "sightlineServiceContributor", "sightlineSpanDeliveries",
			"sightlineSpanLedgerMetrics", "sightlineSpanLedgers", "sightlineSpanQueueFill",
			"sightlineStartupGroupPostProcessor", "sightlineStartupLine", "sightlineStaticResourceCollector",
			"sightlineTimedMethods", "sightlineTimerCachePostProcessor", "sightlineTomcatCustomizer",
			"sightlineTraceContributor", "sightlineUriFilterRemoval", "sightlineWebClientCallCounter");

	BeReplaceableOrAdditive() {
		super("be annotated with @ConditionalOnMissingBean or be listed as additive");
	}

	@Override
	public void check(JavaMethod method, ConditionEvents events) {
		boolean replaceable = method.isAnnotatedWith(ConditionalOnMissingBean.class);
		boolean listed = ADDITIVE.contains(method.getName());
		events.add(new SimpleConditionEvent(method, replaceable != listed,
				method.getFullName() + " is replaceable: " + replaceable + ", listed as additive: " + listed));
	}

}
