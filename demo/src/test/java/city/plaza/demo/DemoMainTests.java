package city.plaza.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DemoMainTests {

	private static final byte[] NOWHERE = """
			{"gateway": "http://127.0.0.1:9", "inbox": "http://127.0.0.1:9/dev/inbox",
			 "staff": {"email": "f", "password": "f"}, "demoResident": {"email": "r", "password": "r"}}
			""".getBytes(StandardCharsets.UTF_8);

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	@Test
	void walksThroughTheWholeMainJob() throws Exception {
		try (FakeSuite suite = new FakeSuite(null)) {
			assertThat(run(suite.description(), "walk")).isZero();
		}
		assertThat(lines(this.errors)).isEmpty();
		assertThat(lines(this.out))
			.contains("Finance imports bills", "A resident registers", "The resident pays", "Finance posts")
			.anyMatch((line) -> line.matches(" +\\d+  Manage bills as of 6/15/2021 +2 bills, unpaid 500.00 USD.*"))
			.anyMatch((line) -> line.matches(" +\\d+  Total unpaid falls, the marker is gone +total unpaid 250.00 USD"))
			.last()
			.isEqualTo("All " + lines(this.out).stream().filter((line) -> line.matches(" +\\d+  .*")).count()
					+ " steps went as they should.");
	}

	@ParameterizedTest
	@EnumSource
	void stopsAtWhatTheSuiteDoesWrongAndSaysWhat(Fault fault) throws Exception {
		try (FakeSuite suite = new FakeSuite(fault)) {
			assertThat(run(suite.description(), "walk")).as("%s", lines(this.out)).isEqualTo(1);
		}
		assertThat(lines(this.errors)).hasSizeGreaterThanOrEqualTo(2).first().isEqualTo("");
		assertThat(lines(this.errors).get(1)).startsWith("The demo stops here: ").contains(fault.message);
		assertThat(lines(this.out)).noneMatch((line) -> line.contains("went as they should"));
	}

	@Test
	void saysHowToStartASuiteWhereThereIsNone() throws Exception {
		assertThat(run(NOWHERE, "walk")).isEqualTo(1);
		assertThat(lines(this.errors)).last()
			.asString()
			.startsWith("The demo stops here: POST /api/v1/sessions: no response")
			.endsWith("Start Plaza with ./plaza up, or name another by --url ADDRESS.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "{}", "[]", "Plaza needs a JDK 25", "{\"gateway\": \"http://localhost:8080\"}",
			"{\"gateway\": \"not an address\"}" })
	void saysInOneLineThatTheDescriptionIsMissing(String description) throws Exception {
		assertThat(run(description.getBytes(StandardCharsets.UTF_8), "walk")).isEqualTo(1);
		assertThat(lines(this.errors)).containsExactly("On standard input belongs what ./plaza info --json prints.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "wlak", "--url" })
	void namesItsCommandsForAnyOther(String command) throws Exception {
		assertThat(command.isEmpty() ? run(NOWHERE) : run(NOWHERE, command)).isEqualTo(2);
		assertThat(lines(this.errors)).singleElement().asString().contains("walk [--url ADDRESS]", "samples DIRECTORY");
	}

	@Test
	void refusesOptionsInOneLine() throws Exception {
		assertThat(run(NOWHERE, "walk", "--url", "localhost:8080")).isEqualTo(1);
		assertThat(run(NOWHERE, "walk", "--slow")).isEqualTo(1);
		assertThat(run(NOWHERE, "samples")).isEqualTo(1);
		assertThat(lines(this.errors)).containsExactly(
				"--url needs an address like https://plaza.example, not \"localhost:8080\".",
				"--slow needs an address after it.", "samples needs the directory of the sample files after it.");
	}

	@Test
	void loadsTheSamplesAndChangesNothingTheSecondTime(@TempDir Path directory) throws Exception {
		samples(directory);
		try (FakeSuite suite = new FakeSuite(null)) {
			for (int time = 0; time < 2; time++) {
				assertThat(run(suite.description(), "samples", directory.toString())).isZero();
			}
			assertThat(suite.mailsTo("pat.resident@fairhaven.example")).hasSize(1);
		}
		assertThat(lines(this.out)).containsExactly("Imported the samples: 1 customers and 3 rows of bills.",
				"Registered pat.resident@fairhaven.example.", "Imported the samples: 1 customers and 3 rows of bills.");
	}

	@Test
	void saysWhyTheSamplesAreNotComplete(@TempDir Path directory) throws Exception {
		try (FakeSuite suite = new FakeSuite(null)) {
			assertThat(run(suite.description(), "samples", directory.toString())).isEqualTo(1);
			assertThat(lines(this.errors)).last()
				.asString()
				.startsWith("The sample data is not complete: ")
				.contains("customers.csv");
		}
		samples(directory);
		try (FakeSuite suite = new FakeSuite(Fault.REJECTS_ALL_ROWS)) {
			assertThat(run(suite.description(), "samples", directory.toString())).isEqualTo(1);
			assertThat(lines(this.errors)).last().asString().contains("1 rows were rejected", "invalid-amount");
		}
		assertThat(run(NOWHERE, "samples", directory.toString())).isEqualTo(1);
		assertThat(lines(this.errors)).last().asString().contains("no response").doesNotContain("--url");
		assertThat(lines(this.out)).isEmpty();
	}

	private static void samples(Path directory) throws IOException {
		DemoCustomer customer = new DemoCustomer("0000000042");
		Files.writeString(directory.resolve("customers.csv"), customer.customersCsv());
		Files.writeString(directory.resolve("bills.csv"), customer.billsCsv());
	}

	private int run(byte[] description, String... arguments) throws InterruptedException {
		return DemoMain.run(List.of(arguments), description, stream(this.out), stream(this.errors));
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private static List<String> lines(ByteArrayOutputStream bytes) {
		return bytes.toString(StandardCharsets.UTF_8).lines().toList();
	}

}
