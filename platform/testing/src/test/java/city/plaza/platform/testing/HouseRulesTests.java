package city.plaza.platform.testing;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule that never bites is none. */
class HouseRulesTests {

	private static final JavaClasses BAD = new ClassFileImporter().importPackages("city.plaza.first");

	private static final JavaClasses GOOD = new ClassFileImporter().importPackages("city.plaza.good");

	private static final JavaClasses NONE = new ClassFileImporter().importPackages("city.plaza.nothing.here");

	@ParameterizedTest
	@CsvSource({ "packagesSpeakTheDomain, Texts", "namesSayWhatIsDone, PaymentManager", "featuresFormNoCycles, Cycle",
			"servicesShareNoCode, city.plaza.other.Foreign", "eventsAreUsedByTheirApi, Intruder",
			"controllersAnswerWithOneValue, OpenController", "whatMayBeMissingIsNotRequired, OpenController",
			"controllersAreNobodysApi, OpenController", "dependenciesComeByConstructor, injected",
			"onlyOneLogger, Impatient", "nothingIsPrinted, System.out", "moneyIsNeverFloating, amount",
			"moneyIsNeverFloating, rate" })
	void bite(String rule, String culprit) {
		assertThat(complaints(rule)).anySatisfy((complaint) -> assertThat(complaint).contains(culprit));
	}

	@Test
	void findEveryWayToWait() {
		assertThat(complaints("nothingWaits")).hasSize(4)
			.anySatisfy((complaint) -> assertThat(complaint).contains("Mono.block()"))
			.anySatisfy((complaint) -> assertThat(complaint).contains("Flux.blockLast()"))
			.anySatisfy((complaint) -> assertThat(complaint).contains("Flux.subscribe()"))
			.anySatisfy((complaint) -> assertThat(complaint).contains("Flux.subscribe(java.util.function.Consumer)"));
	}

	@Test
	void findEveryClockThatIsNotInjected() {
		assertThat(complaints("thereIsOneClock")).hasSize(2)
			.anySatisfy((complaint) -> assertThat(complaint).contains("Instant.now()"))
			.anySatisfy((complaint) -> assertThat(complaint).contains("Clock.systemUTC()"));
	}

	@ParameterizedTest
	@MethodSource("all")
	void leaveGoodCodeAlone(ArchRule rule) {
		assertThat(rule.evaluate(GOOD).getFailureReport().getDetails()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("all")
	void areNotBrokenByAModuleWithoutAnyOfIt(ArchRule rule) {
		assertThat(rule.evaluate(NONE).getFailureReport().getDetails()).isEmpty();
		rule.check(NONE);
	}

	@ParameterizedTest
	@MethodSource("all")
	void areAllTestedHere(ArchRule rule) {
		assertThat(rule.evaluate(BAD).hasViolation()).isTrue();
	}

	static Stream<Named<ArchRule>> all() {
		return Arrays.stream(HouseRules.class.getDeclaredFields())
			.filter((field) -> ArchRule.class.isAssignableFrom(field.getType()))
			.map((field) -> Named.of(field.getName(), rule(field.getName())));
	}

	private static List<String> complaints(String rule) {
		return rule(rule).evaluate(BAD).getFailureReport().getDetails();
	}

	private static ArchRule rule(String name) {
		try {
			Field field = HouseRules.class.getDeclaredField(name);
			return (ArchRule) field.get(null);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
