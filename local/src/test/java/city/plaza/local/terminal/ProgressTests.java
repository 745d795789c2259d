package city.plaza.local.terminal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import city.plaza.local.Screen;
import city.plaza.local.suite.Condition;
import city.plaza.local.suite.ProgramStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private static final String UP = "\u001b[";

	@ParameterizedTest
	@CsvSource(nullValues = "nothing", textBlock = """
			WAITING,    0, '',                           waiting
			STARTING,   0, '',                           nothing
			STARTING,   2, '',                           starting (process 4711)
			READY,      0, '',                           ready after 5.4 s on port 18085 (process 4711)
			RESTARTING, 3, ended with exit code 137,     'died, restart 3: ended with exit code 137'
			FAILED,     0, no such file,                 failed: no such file
			STOPPING,   0, '',                           stopping
			STOPPED,    0, '',                           stopped
			""")
	void writesALineForEachChange(Condition condition, int restarts, String note, String text) {
		Screen screen = new Screen(false);
		new Progress(screen.terminal(), List.of("portal")).changed(status("portal", condition, restarts), note);
		if (text == null) {
			assertThat(screen.text()).as("a first start is no news").isEmpty();
		}
		else {
			assertThat(screen.lines()).singleElement().asString().matches(" +\\d+\\.\\d s  portal +.*").endsWith(text);
		}
	}

	@Test
	void writesNumbersAlikeInEveryCountry() {
		Locale before = Locale.getDefault();
		try {
			for (String country : List.of("de-DE", "ar-EG", "hi-IN-u-nu-deva", "tr-TR")) {
				Locale.setDefault(Locale.forLanguageTag(country));
				Screen screen = new Screen(false);
				new Progress(screen.terminal(), List.of("inbox")).changed(status("inbox", Condition.READY, 0), "");
				assertThat(screen.text()).as(country)
					.matches("(?s) +0\\.\\d s  inbox +ready after 5\\.4 s on port 18085 \\(process 4711\\)\n");
			}
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void redrawsItsTableInPlace() {
		Screen screen = new Screen(true);
		Progress progress = new Progress(screen.terminal(), List.of("postgres", "portal"));
		assertThat(screen.lines()).containsExactly(UP + "2K  postgres               waiting",
				UP + "2K  portal                 waiting");
		progress.changed(status("portal", Condition.STARTING, 0), "");
		assertThat(screen.lines()).endsWith(UP + "2A" + UP + "2K  postgres               waiting",
				UP + "2K  portal                 starting (process 4711)");
	}

	@Test
	void keepsEachRowOnALineOfATerminal() {
		Screen screen = new Screen(true);
		Progress progress = new Progress(screen.terminal(), List.of("account-link-service"));
		progress.changed(status("account-link-service", Condition.FAILED, 0), "x".repeat(500));
		assertThat(screen.lines()).last()
			.asString()
			.satisfies((row) -> assertThat(row.replaceAll("\u001b\\[\\d+[AK]", "")).hasSizeLessThan(80));
	}

	@Test
	void endsTheTableOnceEverythingIsUp() {
		Screen screen = new Screen(true);
		Progress progress = new Progress(screen.terminal(), List.of("portal"));
		progress.plainFromHere();
		progress.changed(status("portal", Condition.RESTARTING, 1), "ended with exit code 1");
		assertThat(screen.lines()).last()
			.asString()
			.doesNotContain(UP)
			.endsWith("portal                 died, restart 1: ended with exit code 1");
	}

	@Test
	void neverMixesTheLinesOfTwoPrograms() throws InterruptedException {
		Screen screen = new Screen(false);
		List<String> names = IntStream.range(0, 8).mapToObj((n) -> "program-" + n).toList();
		Progress progress = new Progress(screen.terminal(), names);
		CountDownLatch begin = new CountDownLatch(1);
		List<Thread> threads = names.stream().map((name) -> Thread.ofPlatform().start(() -> {
			try {
				begin.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			for (int i = 0; i < 50; i++) {
				progress.changed(status(name, Condition.STOPPED, 0), name);
			}
		})).toList();
		begin.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(screen.lines()).hasSize(400).allMatch((line) -> line.matches(" +\\S+ s  (\\S+) +stopped: \\1"));
	}

	private static ProgramStatus status(String name, Condition condition, int restarts) {
		return new ProgramStatus(name, 4711, 18_085, condition, restarts, 5_432);
	}

}
