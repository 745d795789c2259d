package city.plaza.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;

/**
 * The pictures of the browser tests: a file for each page, language and look, and
 * {@code index.html} by which a person can go through all of them.
 */
final class Gallery {

	/** To draw the pictures takes a third of the time of these tests. */
	static final boolean WANTED = Boolean.getBoolean("plaza.gallery");

	private static final Path DIRECTORY = Path.of("target/gallery");

	private static final String ENDING = ".png";

	private Gallery() {
	}

	/** Keeps a page as it looks now. */
	static void add(Page page, String name, String language, Look look) {
		Path picture = DIRECTORY.resolve(name + "." + language + "." + look.tag() + ENDING);
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
	}

	/** Writes the index of all the pictures that there are by now. */
	static synchronized void writeIndex() {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			Map<String, List<String>> pages = files.map((file) -> String.valueOf(file.getFileName()))
				.filter((file) -> file.endsWith(ENDING))
				.collect(Collectors.groupingBy((file) -> file.substring(0, file.indexOf('.')), TreeMap::new,
						Collectors.toList()));
			Files.writeString(DIRECTORY.resolve("index.html"), index(pages));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String index(Map<String, List<String>> pages) {
		String links = pages.keySet()
			.stream()
			.map("<li><a href='#%1$s'>%1$s</a>"::formatted)
			.collect(Collectors.joining("\n"));
		String rows = pages.entrySet()
			.stream()
			.map((page) -> "<h2 id='%1$s'>%1$s</h2>%n<div>%2$s</div>".formatted(page.getKey(), row(page.getValue())))
			.collect(Collectors.joining("\n"));
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><title>Pages of Plaza</title>
				<style>
				body{font-family:system-ui,sans-serif;margin:24px} ul{columns:5}
				div{display:flex;gap:12px;overflow-x:auto;align-items:flex-start} figure{margin:0 0 24px}
				img{height:420px;border:1px solid #888} figcaption{font-size:13px}
				</style></head>
				<body><h1>Pages of Plaza</h1>
				<p>%d pages and states. Each picture leads to itself in full size.</p>
				<ul>
				%s
				</ul>
				%s
				</body>
				</html>
				""".formatted(pages.size(), links, rows);
	}

	/** In the order of the looks, one language after the other. */
	private static String row(List<String> files) {
		return files.stream()
			.sorted((one, other) -> order(one).compareTo(order(other)))
			.map((file) -> "<figure><a href='%1$s'><img loading='lazy' src='%1$s' alt=''></a><figcaption>%2$s</figcaption></figure>"
				.formatted(file, caption(file)))
			.collect(Collectors.joining("\n"));
	}

	private static String caption(String file) {
		String[] parts = file.split("\\.");
		return parts[1] + ", " + parts[2];
	}

	private static String order(String file) {
		String[] parts = file.split("\\.");
		int look = Arrays.stream(Look.values()).map(Look::tag).toList().indexOf(parts[2]);
		return parts[1] + look;
	}

}
