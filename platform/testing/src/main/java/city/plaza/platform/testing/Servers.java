package city.plaza.platform.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.function.SingletonSupplier;

/** The servers of this JVM's tests, each started when first asked for. */
final class Servers {

	private static final Logger log = LoggerFactory.getLogger(Servers.class);

	private static final Supplier<ServerKind> KIND = SingletonSupplier.of(Servers::choose);

	private static final Supplier<PostgresServer> POSTGRES = SingletonSupplier.of(() -> KIND.get().startPostgres());

	private static final Supplier<String> KAFKA = SingletonSupplier.of(() -> KIND.get().startKafka());

	private static final Supplier<GreenMail> SMTP = SingletonSupplier.of(Servers::startSmtp);

	private static final Map<String, Database> DATABASES = new ConcurrentHashMap<>();

	private Servers() {
	}

	static Database database(String name) {
		return DATABASES.computeIfAbsent(name, (missing) -> POSTGRES.get().create(missing));
	}

	static String kafka() {
		return KAFKA.get();
	}

	static GreenMail smtp() {
		return SMTP.get();
	}

	private static ServerKind choose() {
		ServerKind kind = ServerKind.chosen();
		log.info("Tests run on {}", kind.described());
		return kind;
	}

	private static GreenMail startSmtp() {
		GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
		server.start();
		Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
		return server;
	}

}
