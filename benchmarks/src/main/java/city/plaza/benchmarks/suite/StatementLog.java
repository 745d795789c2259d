package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Has the suite's PostgreSQL log every statement for a while. */
public final class StatementLog {

	/** So long until all connections have noticed, and until all is written. */
	private static final long PAUSE_MILLIS = 700;

	private StatementLog() {
	}

	/**
	 * Logs while something is done.
	 * @return what was logged meanwhile, by whatever service
	 */
	public static String during(Suite suite, Act act) throws IOException, InterruptedException {
		Path log = suite.log("postgres");
		set(suite, "alter system set log_statement = 'all'");
		try {
			long before = Files.size(log);
			act.run();
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			return from(before, log);
		}
		finally {
			set(suite, "alter system reset log_statement");
		}
	}

	private static void set(Suite suite, String setting) throws IOException, InterruptedException {
		try (Connection database = suite.databases().superuser("postgres");
				Statement statement = database.createStatement()) {
			statement.execute(setting);
			statement.execute("select pg_reload_conf()");
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
		TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
	}

	private static String from(long offset, Path log) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			file.seek(offset);
			byte[] bytes = new byte[(int) (file.length() - offset)];
			file.readFully(bytes);
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}

	/** What is done meanwhile. */
	@FunctionalInterface
	public interface Act {

		void run() throws IOException, InterruptedException;

	}

}
