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

package io.sightline.console;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.sightline.console", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule noCycles = slices().matching("io.sightline.console.(*)..")
		.should()
		.beFreeOfCycles()
		.because("a part is to be understood without the others");

	@ArchTest
	static final ArchRule databaseInOnePlace = noClasses().that()
		.resideOutsideOfPackage("io.sightline.console.store")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.duckdb..")
		.because("only the store knows which database there is");

	@ArchTest
	static final ArchRule protobufInOnePlace = noClasses().that()
		.resideOutsideOfPackage("io.sightline.console.otlp")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.google.protobuf..", "io.opentelemetry.proto..")
		.because("only the receiver knows how things are sent");

}
