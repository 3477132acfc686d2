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
package io.sightline.tracing.propagation.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.sightline.tracing.propagation.BaggagePolicy;
import io.sightline.tracing.propagation.HostPolicy;
import io.sightline.tracing.propagation.RecipientPolicy;
import io.sightline.tracing.propagation.SightlinePropagator;
import io.sightline.tracing.propagation.SightlinePropagator.Format;
import io.sightline.tracing.propagation.TrustPolicy;
import io.sightline.tracing.propagation.UntrustedLinkProcessor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties.Propagation.PropagationType;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of propagation by the
 * specifications, whether spans are exported or not. What is consumed and produced, and
 * which baggage goes out, is configured by Boot's properties. Backs off for
 * {@link ContextPropagators} of the application's own; a {@link TextMapPropagator} of the
 * application's own is used as well.
 */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnClass({ OtelTracer.class, SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline",
		name = { "enabled", "tracing.enabled", "tracing.propagation.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties({ PropagationProperties.class, TracingProperties.class })
public final class PropagationAutoConfiguration {

	private static final Set<String> BOOT = Set.of("textMapPropagator", "textMapPropagatorWithBaggage",
			"noopTextMapPropagator");

	private static final List<String> EVERYONE = List.of("*");

	private static final List<String> INSIDE = List.of("internal");

	@Bean
	@ConditionalOnMissingBean
	RecipientPolicy contextRecipientPolicy(PropagationProperties properties) {
		List<String> values = properties.baggage().allowedHosts();
		return new RecipientPolicy(hosts((values != null) ? values : EVERYONE), new CarrierDestinations());
	}

	@Bean
	@ConditionalOnMissingBean
	ContextPropagators sightlineContextPropagators(PropagationProperties properties, TracingProperties tracing,
			RecipientPolicy recipients, ListableBeanFactory beanFactory) {
		TracingProperties.Propagation propagation = tracing.getPropagation();
		@Nullable List<PropagationType> type = propagation.getType();
		TracingProperties.Baggage baggage = tracing.getBaggage();
		List<TextMapPropagator> propagators = new ArrayList<>();
		propagators.add(new SightlinePropagator(formats((type != null) ? type : propagation.getConsume()),
				formats((type != null) ? type : propagation.getProduce()), recipients,
				(baggage.isEnabled()) ? baggage(baggage.getRemoteFields(), properties, recipients) : null,
				trust(properties.trustIncoming()), new CallerAddresses()));
		beanFactory.getBeansOfType(TextMapPropagator.class).forEach((name, propagator) -> {
			if (!BOOT.contains(name)) {
				propagators.add(propagator);
			}
		});
		return ContextPropagators.create(TextMapPropagator.composite(propagators));
	}

	/**
	 * Baggage may be about a person, so it stays inside where nobody says otherwise.
	 */
	private static BaggagePolicy baggage(List<String> keys, PropagationProperties properties,
			RecipientPolicy recipients) {
		return new BaggagePolicy(keys, (properties.baggage().allowedHosts() != null) ? recipients
				: new RecipientPolicy(HostPolicy.of(INSIDE), recipients.destinations()));
	}

	private static List<Format> formats(List<PropagationType> types) {
		return types.stream().map((type) -> Format.valueOf(type.name())).toList();
	}

	private static TrustPolicy trust(List<String> values) {
		try {
			return TrustPolicy.of(values);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("sightline.tracing.trust-incoming", values,
					"Use always, never, or addresses and ranges such as 10.0.0.0/8. " + ex.getMessage());
		}
	}

	private static HostPolicy hosts(List<String> values) {
		try {
			return HostPolicy.of(values);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("sightline.tracing.baggage.allowed-hosts", values,
					"Use *, internal, names such as shop.example.com or *.example.com, or addresses and ranges such "
							+ "as 10.0.0.0/8. " + ex.getMessage());
		}
	}

	@Bean
	@ConditionalOnMissingBean
	UntrustedLinkProcessor sightlineUntrustedLinkProcessor() {
		return new UntrustedLinkProcessor();
	}

}
