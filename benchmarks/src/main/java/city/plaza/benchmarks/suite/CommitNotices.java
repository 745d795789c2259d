package city.plaza.benchmarks.suite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/**
 * Notifies a service's relay of commits to its outbox, as another instance of the service
 * does: by NOTIFY after the commit, on a connection of its own, several commits at once
 * where they come quickly.
 */
final class CommitNotices implements AutoCloseable {

	private final Semaphore commits = new Semaphore(0);

	private final Connection database;

	private final Thread thread = Thread.ofPlatform().name("commit-notices").unstarted(this::run);

	private volatile boolean ending;

	private volatile @Nullable SQLException failure;

	private CommitNotices(Connection database) {
		this.database = database;
	}

	/** In the database of a service. */
	static CommitNotices in(Suite suite, String name) throws SQLException {
		Connection database = suite.databases().connect(name);
		try (Statement statement = database.createStatement()) {
			// A notification is a transaction: it need not wait for the disk.
			statement.execute("set synchronous_commit = off");
		}
		CommitNotices notices = new CommitNotices(database);
		notices.thread.start();
		return notices;
	}

	/** Something was committed with normal priority. */
	void committed() {
		this.commits.release();
	}

	private void run() {
		try (Statement statement = this.database.createStatement()) {
			while (!this.ending) {
				this.commits.acquireUninterruptibly();
				this.commits.drainPermits();
				statement.execute("notify outbox, 'NORMAL benchmark'");
			}
		}
		catch (SQLException ex) {
			this.failure = ex;
		}
	}

	@Override
	public void close() throws SQLException {
		this.ending = true;
		committed();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.database.close();
		SQLException failed = this.failure;
		if (failed != null) {
			throw failed;
		}
	}

}
