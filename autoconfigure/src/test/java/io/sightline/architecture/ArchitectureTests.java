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

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.scheduling.TaskScheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * How the house is built.
 */
@AnalyzeClasses(packages = "io.sightline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String[] GLUE = { "..autoconfigure..", "io.sightline.defaults.." };

	/**
	 * Features that others may use, by the name of their package.
	 */
	private static final Set<String> HUBS = Set.of("identity", "redaction", "noise", "ledger", "context", "report",
			"pressure");

	/**
	 * Hold the only thread-bound state: what a request or other work shares, and what the
	 * application puts on its lines.
	 */
	private static final String STATE = "io\\.sightline\\.context\\.(RequestContext|LogContext|WorkContext)";

	/**
	 * Read by the formatter that Boot's logging creates before any context exists.
	 */
	private static final String PUBLIC_PROPERTIES = "LoggingProperties";

	@ArchTest
	static final ArchRule glueDependsOnRuntime = noClasses().that()
		.resideOutsideOfPackages(GLUE)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.sightline..autoconfigure..", "io.sightline.defaults..")
		.because("what works must not know how it is wired, or nobody can wire it by hand");

	@ArchTest
	static final SliceRule packagesAreFreeOfCycles = slices().matching("io.sightline.(**)")
		.should()
		.beFreeOfCycles()
		.because("what needs each other is one thing");

	@ArchTest
	static final ArchRule arithmeticKnowsNoContainer = noClasses().that()
		.resideInAnyPackage("io.sightline.slo", "io.sightline.slo.rules", "io.sightline.redaction",
				"io.sightline.ledger", "io.sightline.metrics.cardinality")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..")
		.because("what computes can be tried, and trusted, without a container");

	@ArchTest
	static final ArchRule featuresAreIndependent = classes().that()
		.resideOutsideOfPackages(GLUE)
		.should(new DependOnlyOnHubs(HUBS))
		.because("any feature can be deleted and the rest compiles");

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL)
		.because("they are named by others to exclude or to order them, and are no base classes");

	@ArchTest
	static final ArchRule autoConfigurationsAreListed = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should(ArchCondition.from(listed()))
		.because("an auto-configuration that is not listed does nothing");

	@ArchTest
	static final ArchRule listedClassesAreAutoConfigurations = classes().that(listed())
		.should()
		.beAnnotatedWith(AutoConfiguration.class)
		.because("ordering and back-off only work for auto-configurations");

	@ArchTest
	static final ArchRule beanMethodsAreNotPublic = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.notBePublic()
		.because("nobody but the container calls them");

	@ArchTest
	static final ArchRule postProcessorMethodsAreStatic = methods().that()
		.areAnnotatedWith(Bean.class)
		.and()
		.haveRawReturnType(DescribedPredicate.or(JavaClass.Predicates.assignableTo(BeanPostProcessor.class),
				JavaClass.Predicates.assignableTo(BeanFactoryPostProcessor.class),
				JavaClass.Predicates.assignableTo(HealthEndpointGroupsPostProcessor.class)))
		.should()
		.beStatic()
		.because("they would drag their configuration up before others can process it");

	@ArchTest
	static final ArchRule propertiesAndConditionsAreInternal = classes().that()
		.areAnnotatedWith(ConfigurationProperties.class)
		.or()
		.implement(Condition.class)
		.should()
		.notBePublic()
		.orShould()
		.haveSimpleName(PUBLIC_PROPERTIES)
		.because("keys are the interface, not the types that hold them");

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.orShould()
		.beAnnotatedWith(Value.class)
		.because("a constructor says what a class needs, and properties have one place");

	@ArchTest
	static final ArchRule stateIsNotStatic = fields().that()
		.areStatic()
		.and(holdState())
		.should()
		.beDeclaredInClassesThat()
		.haveNameMatching(STATE)
		.because("two applications in one JVM must not see each other");

	@ArchTest
	static final ArchRule staticFieldsAreFinal = fields().that()
		.areStatic()
		.should()
		.beFinal()
		.because("two applications in one JVM must not see each other");

	@ArchTest
	static final ArchRule noBeanMakesBootBackOff = noMethods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.haveRawReturnType(DescribedPredicate.or(JavaClass.Predicates.assignableTo(Executor.class),
				JavaClass.Predicates.assignableTo(TaskScheduler.class), JavaClass.Predicates.assignableTo(Clock.class)))
		.because("Boot's own executor, scheduler or clock would be gone");

	@ArchTest
	static final ArchRule publicClassesAreFinal = classes().that()
		.arePublic()
		.and()
		.areNotInterfaces()
		.and()
		.doNotHaveModifier(JavaModifier.ABSTRACT)
		.should()
		.haveModifier(JavaModifier.FINAL)
		.because("what is not made for subclasses must not have any");

	@ArchTest
	static final ArchRule beansAreReplaceableOrAdditive = methods().that()
		.areAnnotatedWith(Bean.class)
		.should(new BeReplaceableOrAdditive())
		.because("the fourth door is a bean of the application");

	private static DescribedPredicate<JavaClass> listed() {
		Set<String> names = Set
			.copyOf(ImportCandidates.load(AutoConfiguration.class, ArchitectureTests.class.getClassLoader())
				.getCandidates());
		return DescribedPredicate.describe("listed in the imports file", (type) -> names.contains(type.getName()));
	}

	private static DescribedPredicate<JavaMember> holdState() {
		return DescribedPredicate.describe("hold state",
				(member) -> member instanceof JavaField field && (field.getRawType().isAssignableTo(ThreadLocal.class)
						|| field.getRawType().getPackageName().startsWith("java.util.concurrent")));
	}

}
