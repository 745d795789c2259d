package city.plaza.platform.testing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

/** Each rule with code that it is for, and with code like it that is right. */
class HouseRuleCasesTests {

	private static final Pattern CLASS = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

	private static final String IMPORTS = """
			import java.time.*;
			import java.util.*;
			import java.util.function.*;
			import org.springframework.beans.factory.annotation.*;
			import org.springframework.boot.*;
			import org.springframework.web.bind.annotation.*;
			import reactor.core.publisher.*;
			""";

	private static final List<Case> CASES = cases();

	@TempDir
	private static Path folder;

	private static JavaClasses compiled;

	private URLClassLoader loader;

	/**
	 * A class and whether a rule may let it pass.
	 *
	 * @param place its package; {@code #} is a module of its own
	 */
	record Case(String rule, boolean isBroken, String place, String code) {

		@Override
		public String toString() {
			return this.rule + (this.isBroken ? " bites " : " spares ") + this.place + " " + this.code;
		}

	}

	static List<Case> cases() {
		List<Case> cases = new ArrayList<>();
		for (String word : List.of("controller", "services", "repository", "util", "impl", "dto", "model", "config")) {
			cases.add(new Case("packagesSpeakTheDomain", true, "city.plaza.#.bill." + word, "class A { }"));
		}
		cases.add(new Case("packagesSpeakTheDomain", false, "city.plaza.#.configuration", "class A { }"));
		for (String name : List.of("BillImpl", "BillManager", "BillUtil", "BillUtils", "BillHelper")) {
			cases.add(bite("namesSayWhatIsDone", "class " + name + " { }"));
		}
		cases.add(bite("namesSayWhatIsDone", "class A { static class Helper { } }"));
		cases.add(spare("namesSayWhatIsDone", "class Implementations { }"));
		cases.add(spare("namesSayWhatIsDone", "class ManagerOfTheMonth { }"));
		addWaiting(cases);
		addClocks(cases);
		addControllers(cases);
		addOthers(cases);
		return cases;
	}

	private static void addWaiting(List<Case> cases) {
		String rule = "nothingWaits";
		for (String call : List.of("one.block()", "one.block(Duration.ZERO)", "one.blockOptional()", "one.subscribe()",
				"one.subscribe((x) -> { })", "one.subscribeWith(null)", "many.blockFirst()", "many.blockLast()",
				"many.toIterable()", "many.toStream()", "many.collectList().block()", "many.subscribe()",
				"Mono.fromRunnable(() -> one.block())", "((Supplier<String>) one::block).get()",
				"Optional.of(one).map(Mono::block)", "many.map(Mono::just).map(Mono::block)",
				"List.of(one).forEach(Mono::subscribe)")) {
			cases.add(bite(rule, waiting("class A", call)));
		}
		for (String call : List.of("one.map(String::length)", "many.toString()", "new Blocker().block()",
				"Optional.of(new Blocker()).map(Blocker::block)", "many.collectList()")) {
			cases.add(spare(rule, waiting("class A", call)));
		}
		cases.add(spare(rule, "class A implements ApplicationRunner { public void run(ApplicationArguments a) "
				+ "{ Mono.just(1).block(); } }"));
		cases.add(new Case(rule, false, "city.plaza.platform.events.#", waiting("class A", "one.block()")));
		cases.add(new Case(rule, true, "city.plaza.platform.#", waiting("class A", "one.block()")));
	}

	private static String waiting(String type, String call) {
		return type + " { static class Blocker { String block() { return null; } } "
				+ "void a(Mono<String> one, Flux<String> many) { " + call + "; } }";
	}

	private static void addClocks(List<Case> cases) {
		String rule = "thereIsOneClock";
		for (String read : List.of("Instant.now()", "LocalDate.now()", "LocalDateTime.now()", "ZonedDateTime.now()",
				"OffsetDateTime.now()", "LocalTime.now()", "YearMonth.now()", "Year.now()",
				"LocalDate.now(ZoneOffset.UTC)", "ZonedDateTime.now(ZoneId.of(\"America/New_York\"))",
				"Clock.systemUTC()", "Clock.systemDefaultZone()", "Clock.system(ZoneOffset.UTC)",
				"Clock.tickSeconds(ZoneOffset.UTC)", "InstantSource.system()", "System.currentTimeMillis()",
				"new Date()", "Calendar.getInstance()", "((Supplier<Instant>) Instant::now).get()",
				"Optional.empty().or(() -> Optional.of(Instant.now()))", "((Supplier<Date>) Date::new).get()")) {
			cases.add(bite(rule, "class A { Object a() { return " + read + "; } }"));
		}
		for (String read : List.of("clock.instant()", "Instant.now(clock)", "LocalDate.now(clock)",
				"YearMonth.now(clock)", "Clock.tick(clock, Duration.ofMillis(1))", "System.nanoTime()", "new Date(0)",
				"Instant.EPOCH", "((Function<Clock, Instant>) Instant::now).apply(clock)",
				"Instant.parse(\"2026-01-01T00:00:00Z\")")) {
			cases.add(spare(rule, "class A { Object a(Clock clock) { return " + read + "; } }"));
		}
		cases.add(new Case(rule, false, "city.plaza.platform.#", "class A { Object a() { return Instant.now(); } }"));
	}

	private static void addControllers(List<Case> cases) {
		cases.add(bite("controllersAnswerWithOneValue",
				"@RestController class A { @GetMapping Flux<String> a() { return null; } }"));
		cases.add(spare("controllersAnswerWithOneValue",
				"@RestController class A { @GetMapping Mono<List<String>> a() { return null; } }"));
		cases.add(spare("controllersAnswerWithOneValue", "class A { Flux<String> a() { return null; } }"));
		cases.add(bite("controllersAreNobodysApi", "@RestController public class A { }"));
		cases.add(bite("controllersAreNobodysApi", "@org.springframework.stereotype.Controller public class A { }"));
		cases.add(spare("controllersAreNobodysApi", "@RestController class A { }"));
		cases.add(spare("controllersAreNobodysApi", "public class A { }"));
		String missing = "whatMayBeMissingIsNotRequired";
		for (String annotation : List.of("@RequestParam", "@RequestParam(name = \"b\")", "@RequestHeader(\"b\")")) {
			cases.add(bite(missing, "@RestController class A { @GetMapping void a(" + annotation
					+ " @org.jspecify.annotations.Nullable String b) { } }"));
			cases
				.add(spare(missing, "@RestController class A { @GetMapping void a(" + annotation + " String b) { } }"));
		}
		cases.add(spare(missing, "@RestController class A { @GetMapping void a(@RequestParam(required = false) "
				+ "@org.jspecify.annotations.Nullable String b) { } }"));
	}

	private static void addOthers(List<Case> cases) {
		for (String type : List.of("double", "float", "Double", "Float", "double[]", "Float[]", "double[][]")) {
			cases.add(bite("moneyIsNeverFloating", "class A { " + type + " rate; }"));
			cases.add(spare("moneyIsNeverFloating", "class AMetrics { " + type + " rate; }"));
		}
		cases.add(bite("moneyIsNeverFloating", "record A(double rate) { }"));
		cases.add(spare("moneyIsNeverFloating", "class A { long a; int[] b; java.math.BigDecimal c; String d; }"));
		cases.add(bite("dependenciesComeByConstructor", "class A { @Autowired String a; }"));
		cases.add(bite("dependenciesComeByConstructor", "class A { @Value(\"${x}\") String a; }"));
		cases.add(spare("dependenciesComeByConstructor", "class A { A(@Value(\"${x}\") String a) { } }"));
		cases.add(bite("onlyOneLogger", "class A { Object a = java.util.logging.Logger.getLogger(\"a\"); }"));
		cases.add(bite("onlyOneLogger", "class A { java.util.logging.Logger a; }"));
		cases.add(spare("onlyOneLogger", "class A { Object a = org.slf4j.LoggerFactory.getLogger(\"a\"); }"));
		cases.add(bite("nothingIsPrinted", "class A { void a() { System.err.println(); } }"));
		cases.add(bite("nothingIsPrinted", "class A { void a() { new Exception().printStackTrace(); } }"));
		cases.add(spare("nothingIsPrinted", "class A { String a() { return System.getProperty(\"a\"); } }"));
		cases.add(bite("servicesShareNoCode", "class A { city.plaza.other.Foreign a; }"));
		cases.add(bite("servicesShareNoCode", "class A { city.plaza.other.Foreign[][] a; }"));
		cases.add(bite("servicesShareNoCode", "class A { List<city.plaza.other.Foreign> a; }"));
		cases.add(bite("servicesShareNoCode", "class A { Object a() { return new city.plaza.other.Foreign(\"\"); } }"));
		cases.add(spare("servicesShareNoCode", "class A { city.plaza.platform.events.outbox.OutboxRows a; }"));
		cases.add(new Case("servicesShareNoCode", false, "city.plaza.other.#",
				"class A { city.plaza.other.Foreign a; }"));
		cases.add(bite("eventsAreUsedByTheirApi", "class A { city.plaza.platform.events.outbox.OutboxRows[] a; }"));
		cases.add(spare("eventsAreUsedByTheirApi", "class A { city.plaza.other.Foreign a; }"));
		cases.add(new Case("eventsAreUsedByTheirApi", false, "city.plaza.platform.events.#",
				"class A { city.plaza.platform.events.outbox.OutboxRows a; }"));
		cases.add(spare("featuresFormNoCycles", "class A { B b; } class B { A a; }"));
	}

	@BeforeAll
	static void compile() throws IOException {
		List<String> files = new ArrayList<>();
		for (int i = 0; i < CASES.size(); i++) {
			Case one = CASES.get(i);
			Matcher name = CLASS.matcher(one.code());
			assertThat(name.find()).isTrue();
			Path file = folder.resolve(place(i)).resolve(name.group(1) + ".java");
			Files.createDirectories(file.getParent());
			Files.writeString(file, "package " + one.place().replace("#", "m" + i) + ";\n" + IMPORTS + one.code());
			files.add(file.toString());
		}
		List<String> options = new ArrayList<>(
				List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path")));
		options.addAll(files);
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new))).isZero();
		compiled = new ClassFileImporter().importPath(folder);
	}

	/** For rules that look at what only reflection shows. */
	@BeforeEach
	void loadWhatWasCompiled() throws IOException {
		ClassLoader own = HouseRuleCasesTests.class.getClassLoader();
		this.loader = new URLClassLoader(new URL[] { folder.toUri().toURL() }, own);
		Thread.currentThread().setContextClassLoader(this.loader);
	}

	@AfterEach
	void unload() throws IOException {
		Thread.currentThread().setContextClassLoader(HouseRuleCasesTests.class.getClassLoader());
		this.loader.close();
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void biteWhatIsWrongAndSpareWhatIsRight(int number) throws ReflectiveOperationException {
		Case one = CASES.get(number);
		ArchRule rule = (ArchRule) HouseRules.class.getDeclaredField(one.rule()).get(null);
		String module = "..m" + number + "..";
		assertThat(rule.evaluate(compiled.that(resideInAPackage(module))).hasViolation()).as(one.toString())
			.isEqualTo(one.isBroken());
	}

	@ParameterizedTest
	@MethodSource("rules")
	void haveCasesOfBothKinds(String rule) {
		assertThat(CASES.stream().filter((one) -> one.rule().equals(rule)).map(Case::isBroken)).as(rule)
			.contains(false)
			.satisfies((kinds) -> assertThat(rule.equals("featuresFormNoCycles") || kinds.contains(true)).isTrue());
	}

	static IntStream numbers() {
		return IntStream.range(0, CASES.size());
	}

	static Stream<String> rules() {
		return Stream.of(HouseRules.class.getDeclaredFields())
			.filter((field) -> ArchRule.class.isAssignableFrom(field.getType()))
			.map((field) -> field.getName());
	}

	private static String place(int number) {
		return CASES.get(number).place().replace("#", "m" + number).replace('.', '/');
	}

	private static Case bite(String rule, String code) {
		return new Case(rule, true, "city.plaza.#.bill", code);
	}

	private static Case spare(String rule, String code) {
		return new Case(rule, false, "city.plaza.#.bill", code);
	}

}
