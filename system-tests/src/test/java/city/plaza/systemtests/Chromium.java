package city.plaza.systemtests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The headless Chromium of this machine, one for all tests of a thread: a context of it
 * is as fresh as a browser of its own and starts at once. It ends with the test run.
 */
final class Chromium {

	// Playwright's objects are of the thread that made them.
	private static final ThreadLocal<Browser> RUNNING = ThreadLocal.withInitial(Chromium::start);

	private Chromium() {
	}

	static Browser ofThisThread() {
		return RUNNING.get();
	}

	private static Browser start() {
		return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
			.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable())
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
						"--disable-component-update", "--disable-sync", "--no-first-run")));
	}

	private static Path executable() {
		return Stream
			.of(System.getenv().getOrDefault("PLAZA_CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser",
					"/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
					"/Applications/Chromium.app/Contents/MacOS/Chromium")
			.filter((path) -> !path.isEmpty())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"There is no Chromium here for the browser tests: install chromium, or let PLAZA_CHROMIUM name it."));
	}

}
