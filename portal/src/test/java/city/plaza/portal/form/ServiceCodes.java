package city.plaza.portal.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The problem codes that the services can send, read from their sources: a code that is
 * added there fails the test of the form that would not show it.
 */
public final class ServiceCodes {

	private static final String PROBLEMS = "import city.plaza.platform.problem.";

	private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\",");

	private ServiceCodes() {
	}

	/**
	 * Codes of a feature.
	 * @param module of the service
	 * @param packages under {@code city/plaza}
	 * @return every code in the files that make problems
	 */
	public static Set<String> of(String module, String... packages) {
		Set<String> codes = Arrays.stream(packages)
			.map((name) -> Path.of("..", module, "src/main/java/city/plaza", name))
			.flatMap(ServiceCodes::files)
			.map(ServiceCodes::read)
			.filter((source) -> source.contains(PROBLEMS))
			.flatMap((source) -> CODE.matcher(source).results().map((match) -> match.group(1)))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(codes).as("codes in %s", module).isNotEmpty();
		codes.remove("invalid-request");
		return codes;
	}

	/** Codes of an enum of violations. */
	public static Set<String> ofEnum(String module, String file) {
		return Pattern.compile("\\(\\s*\"([a-z-]+)\",")
			.matcher(read(Path.of("..", module, "src/main/java/city/plaza", file)))
			.results()
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Constants of an enum, as the API writes them: {@code partly-refunded}. */
	public static Set<String> constantsOf(String module, String file, String name) {
		String source = read(Path.of("..", module, "src/main/java/city/plaza", file)).replaceAll("(?s)/\\*.*?\\*/", "");
		String body = source.substring(source.indexOf("enum " + name));
		return Pattern.compile("\\b[A-Z][A-Z_]+\\b")
			.matcher(body.substring(body.indexOf('{'), body.indexOf(';')))
			.results()
			.map((match) -> match.group().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Codes that the tables of the forms show. */
	public static Set<String> shownBy(Form... forms) {
		return Arrays.stream(forms)
			.flatMap((form) -> form.refusals().all().stream())
			.map(FormError::code)
			.collect(Collectors.toSet());
	}

	private static Stream<Path> files(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
