package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How Kill Bill is started: by its own defaults but for what is named here. */
final class KillBillSettings {

	private static final String HEAP = "1g";

	/** Its OSGi framework and its injector open these by reflection, as in Java 8. */
	private static final List<String> OPENED = List.of("java.lang", "java.net", "java.security", "java.util",
			"sun.net.www.protocol.file", "sun.net.www.protocol.ftp", "sun.net.www.protocol.http",
			"sun.net.www.protocol.https", "sun.net.www.protocol.jar");

	private static final Map<String, String> PROPERTIES = Map.of(
			// Its documentation advises it for speed where secrets are safe otherwise.
			"org.killbill.security.shiroNbHashIterations", "1",
			// More than ever pay at once; the default is most of what PostgreSQL takes.
			"org.killbill.dao.maxActive", "40", "org.killbill.billing.osgi.dao.maxActive", "5",
			// It would look for its own updates outside this machine.
			"org.killbill.server.updateCheck.skip", "true");

	/** It logs each request several times otherwise, which is not what is measured. */
	private static final String LOGGING = """
			<configuration>
			  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
			    <encoder><pattern>%d %p %logger{0} %m%n</pattern></encoder>
			  </appender>
			  <root level="ERROR"><appender-ref ref="out"/></root>
			</configuration>
			""";

	private static final String PROPERTIES_FILE = "killbill.properties";

	private static final String LOGGING_FILE = "logback.xml";

	private KillBillSettings() {
	}

	/**
	 * Writes its files.
	 * @param directory for these and for what it stores itself; nobody else may read it,
	 * since the password stands there
	 * @param postgres the port
	 * @param password of the user {@code postgres}
	 * @return the file with the password
	 */
	static Path write(Path directory, int postgres, String password) throws IOException {
		Files.writeString(directory.resolve(LOGGING_FILE), LOGGING);
		return Files.writeString(directory.resolve(PROPERTIES_FILE),
				properties(directory, postgres, password).entrySet()
					.stream()
					.map((property) -> property.getKey() + "=" + property.getValue() + "\n")
					.collect(Collectors.joining()));
	}

	static Map<String, String> properties(Path directory, int postgres, String password) {
		Map<String, String> all = new TreeMap<>(PROPERTIES);
		for (String pool : List.of("org.killbill.dao.", "org.killbill.billing.osgi.dao.")) {
			all.put(pool + "url", "jdbc:postgresql://127.0.0.1:" + postgres + "/" + KillBill.DATABASE);
			all.put(pool + "user", "postgres");
			all.put(pool + "password", password);
		}
		all.put("org.killbill.osgi.root.dir", directory.resolve("felix").toString());
		all.put("org.killbill.osgi.bundle.install.dir", directory.resolve("bundles").toString());
		return all;
	}

	/**
	 * The command.
	 * @param directory with its files
	 * @param war unpacked
	 */
	static List<String> command(Path directory, Path jetty, Path war, int port) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(
				List.of("-Xms" + HEAP, "-Xmx" + HEAP, "-Duser.timezone=GMT", "-Djava.security.egd=file:/dev/./urandom",
						"-Dorg.killbill.server.properties=" + directory.resolve(PROPERTIES_FILE).toUri(),
						"-Dlogback.configurationFile=" + directory.resolve(LOGGING_FILE)));
		OPENED.forEach((name) -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
		command.addAll(List.of("-jar", jetty.toString(), "--host", "127.0.0.1", "--port", Integer.toString(port),
				war.toString()));
		return command;
	}

}
