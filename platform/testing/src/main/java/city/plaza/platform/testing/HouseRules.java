package city.plaza.platform.testing;

import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * How every module is built. A module takes them all by
 * {@code @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);}
 */
public final class HouseRules {

	private static final Set<String> WAITING = Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable",
			"toStream", "subscribe", "subscribeWith");

	private static final Pattern CLOCK_READERS = Pattern.compile("now|system.*|tick.*");

	private static final Set<String> API_OF_EVENTS = Set.of("city.plaza.platform.events.Event",
			"city.plaza.platform.events.PeriodicTask", "city.plaza.platform.events.inbox.EventConsumer",
			"city.plaza.platform.events.inbox.EventConsumer$Handler",
			"city.plaza.platform.events.inbox.EventConsumer$ListHandler", "city.plaza.platform.events.outbox.NewEvent",
			"city.plaza.platform.events.outbox.Outbox");

	@ArchTest
	static final ArchRule packagesSpeakTheDomain = noClasses().should()
		.resideInAnyPackage("..controller..", "..controllers..", "..service..", "..services..", "..repository..",
				"..repositories..", "..util..", "..utils..", "..impl..", "..dto..", "..model..", "..config..")
		.because("the first level under a service's package is features")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule namesSayWhatIsDone = noClasses().should()
		.haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)")
		.because("a class is named by its one act")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule featuresFormNoCycles = slices().matching("city.plaza.(*).(*)..")
		.should()
		.beFreeOfCycles()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule servicesShareNoCode = classes().should(Modules.dependOnlyOnTheirOwn())
		.because("services meet in events and HTTP; only the platform is shared")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule nothingWaits = noClasses().that()
		.resideOutsideOfPackage("city.plaza.platform.events..")
		.and()
		.areNotAssignableTo(ApplicationRunner.class)
		.should()
		.accessTargetWhere(waits())
		.because("a request's thread serves thousands; only the relay of events, on threads of its own, and what "
				+ "prepares a process before it takes requests, on the thread that starts it, may wait")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule eventsAreUsedByTheirApi = noClasses().that()
		.resideOutsideOfPackage("city.plaza.platform.events..")
		.should()
		.dependOnClassesThat(insideOfEvents())
		.because("a service writes to the outbox and declares consumers; the rest is public between the rooms of "
				+ "events only")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule controllersAnswerWithOneValue = methods().that()
		.areDeclaredInClassesThat()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.notHaveRawReturnType(Flux.class)
		.because("a database-backed Flux leaks connections when the client disconnects")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule whatMayBeMissingIsNotRequired = methods().that()
		.areDeclaredInClassesThat()
		.areMetaAnnotatedWith(Controller.class)
		.should(Parameters.sayThatTheyMayBeMissing())
		.because("else Spring reads the annotations of the method again for each request without the parameter, "
				+ "which was a fifth of the work of listing bills")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule controllersAreNobodysApi = classes().that()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.bePackagePrivate()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule thereIsOneClock = noClasses().that()
		.resideOutsideOfPackage("city.plaza.platform..")
		.should()
		.accessTargetWhere(readsAnotherClock())
		.because("the platform's Clock bean ticks as the database stores, and tests can move it")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule dependenciesComeByConstructor = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule onlyOneLogger = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("java.util.logging..")
		.because("everything is logged by SLF4J")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule moneyIsNeverFloating = fields().that()
		.areDeclaredInClassesThat()
		.haveSimpleNameNotEndingWith("Metrics")
		.should()
		.notHaveRawType(anyOf(float.class, double.class, Float.class, Double.class))
		.because("money is whole cents")
		.allowEmptyShould(true);

	private HouseRules() {
	}

	/** By a call, or by handing the method to somebody who calls it. */
	private static DescribedPredicate<JavaAccess<?>> waits() {
		return DescribedPredicate.describe("waits for a Mono or Flux, or subscribes to it",
				(access) -> WAITING.contains(access.getName()) && (access.getTargetOwner().isAssignableTo(Mono.class)
						|| access.getTargetOwner().isAssignableTo(Flux.class)));
	}

	private static DescribedPredicate<JavaAccess<?>> readsAnotherClock() {
		return DescribedPredicate.describe("reads a clock of its own", (access) -> {
			String owner = access.getTargetOwner().getName();
			if (owner.startsWith("java.time.")) {
				return CLOCK_READERS.matcher(access.getName()).matches() && !takes(access, "java.time.Clock");
			}
			return access.getTarget().getFullName().equals("java.lang.System.currentTimeMillis()")
					|| access.getTarget().getFullName().equals("java.util.Date.<init>()")
					|| access.getTarget().getFullName().startsWith("java.util.Calendar.getInstance(");
		});
	}

	private static boolean takes(JavaAccess<?> access, String type) {
		return access.getTarget() instanceof CodeUnitAccessTarget target
				&& target.getRawParameterTypes().stream().anyMatch((parameter) -> parameter.getName().equals(type));
	}

	private static DescribedPredicate<JavaClass> insideOfEvents() {
		return DescribedPredicate.describe("are inside of events",
				(type) -> type.getPackageName().startsWith("city.plaza.platform.events")
						&& !API_OF_EVENTS.contains(type.getName()));
	}

	private static DescribedPredicate<JavaClass> anyOf(Class<?>... types) {
		return DescribedPredicate.describe("floating point",
				(type) -> Set.of(types).stream().anyMatch(type.getBaseComponentType()::isEquivalentTo));
	}

}
