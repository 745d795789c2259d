package city.plaza.platform.events;

import city.plaza.platform.testing.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

@AnalyzeClasses(packages = "city.plaza.platform.events", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchTests house = ArchTests.in(HouseRules.class);

	@ArchTest
	static final ArchRule roomsDependInOneDirection = Architectures.layeredArchitecture()
		.consideringOnlyDependenciesInLayers()
		.layer("shared")
		.definedBy("city.plaza.platform.events")
		.layer("topic")
		.definedBy("city.plaza.platform.events.topic")
		.layer("outbox")
		.definedBy("city.plaza.platform.events.outbox")
		.layer("deadletter")
		.definedBy("city.plaza.platform.events.deadletter")
		.layer("inbox")
		.definedBy("city.plaza.platform.events.inbox")
		.whereLayer("shared")
		.mayNotAccessAnyLayer()
		.whereLayer("topic")
		.mayOnlyAccessLayers("shared")
		.whereLayer("outbox")
		.mayOnlyAccessLayers("shared", "topic")
		.whereLayer("deadletter")
		.mayOnlyAccessLayers("shared")
		.whereLayer("inbox")
		.mayOnlyAccessLayers("shared", "topic", "deadletter")
		.because("writing and reading know nothing of each other, and dead letters nothing of who reads");

}
