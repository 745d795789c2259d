package city.plaza.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import city.plaza.local.server.InboxServer;
import city.plaza.local.server.KafkaBroker;
import city.plaza.local.server.PostgresServer;
import city.plaza.local.server.SignInServer;
import city.plaza.local.service.Services;
import city.plaza.local.suite.Program;
import city.plaza.local.suite.UsageException;
import city.plaza.local.topology.Port;

/** Everything that a suite consists of. */
final class Suite {

	private Suite() {
	}

	/**
	 * The programs in the order in which they are shown.
	 * @throws UsageException if a service has not been built
	 */
	static List<Program> programs(Place place) throws IOException {
		Services services = services(place);
		if (!services.missing().isEmpty()) {
			throw new UsageException("There is no jar yet of " + String.join(", ", services.missing())
					+ ": build first, with mvn -Dquick package.");
		}
		String classPath = place.classPath();
		List<Program> programs = new ArrayList<>();
		programs.add(new PostgresServer(place.home(), place.ports().of(Port.POSTGRES), place.postgresBinaries()));
		programs.add(new KafkaBroker(place.home(), place.ports(), classPath,
				place.cache("kafka", place.repository().resolve("local/target/plaza-local.jar"))));
		programs.add(
				new InboxServer(place.home(), place.ports(), place.inboxJar(), place.cache("inbox", place.inboxJar())));
		programs.add(new SignInServer(place.home(), place.ports(), place.signInJar(),
				place.cache("sign-in-provider", place.signInJar())));
		programs.addAll(services.all());
		return programs;
	}

	static Services services(Place place) {
		return new Services(place.repository(), place.home(), place.ports(), place.open());
	}

}
