package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * The tables of Kill Bill. Each of its modules has a script for them in its own jar, and
 * one of the modules what PostgreSQL lacks of MySQL, which all others need.
 */
final class KillBillSchema {

	private static final Pattern TABLES = Pattern.compile("org/killbill/(billing/[a-z]+|queue)/ddl\\.sql");

	private static final String FIRST = "org/killbill/billing/util/ddl-postgresql.sql";

	private KillBillSchema() {
	}

	/**
	 * Reads the scripts.
	 * @param libraries the directory of the jars
	 * @return in the order in which they have to run
	 * @throws IOException where there are none
	 */
	static List<String> scripts(Path libraries) throws IOException {
		List<String> first = new ArrayList<>();
		List<String> tables = new ArrayList<>();
		try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries, "killbill-*.jar")) {
			for (Path jar : jars) {
				read(jar, first, tables);
			}
		}
		if (first.isEmpty() || tables.isEmpty()) {
			throw new IOException("No tables of Kill Bill in " + libraries);
		}
		first.addAll(tables);
		return first;
	}

	private static void read(Path file, List<String> first, List<String> tables) throws IOException {
		try (JarFile jar = new JarFile(file.toFile())) {
			for (JarEntry entry : jar.stream().toList()) {
				if (entry.getName().equals(FIRST)) {
					first.add(text(jar, entry));
				}
				else if (TABLES.matcher(entry.getName()).matches()) {
					tables.add(text(jar, entry));
				}
			}
		}
	}

	private static String text(JarFile jar, JarEntry entry) throws IOException {
		return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
	}

}
