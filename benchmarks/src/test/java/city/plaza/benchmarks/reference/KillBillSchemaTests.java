package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class KillBillSchemaTests {

	@TempDir
	private Path libraries;

	@Test
	void beginsWithWhatPostgresLacks() throws Exception {
		jar("killbill-account-1.jar", "org/killbill/billing/account/ddl.sql");
		jar("killbill-util-1.jar", "org/killbill/billing/util/ddl.sql", "org/killbill/billing/util/ddl-postgresql.sql");
		jar("killbill-queue-1.jar", "org/killbill/queue/ddl.sql");
		List<String> scripts = KillBillSchema.scripts(this.libraries);
		assertThat(scripts).first().isEqualTo("-- org/killbill/billing/util/ddl-postgresql.sql");
		assertThat(scripts).containsExactlyInAnyOrder("-- org/killbill/billing/util/ddl-postgresql.sql",
				"-- org/killbill/billing/account/ddl.sql", "-- org/killbill/billing/util/ddl.sql",
				"-- org/killbill/queue/ddl.sql");
	}

	/** Tables that are new already need no change. */
	@Test
	void leavesOutChangesAndWhatIsNotKillBills() throws Exception {
		jar("killbill-util-1.jar", "org/killbill/billing/util/ddl-postgresql.sql", "org/killbill/billing/util/ddl.sql",
				"org/killbill/billing/util/migration/V1__users.sql", "org/killbill/billing/util/dao/Users.sql.stg");
		jar("ehcache-1.jar", "org/killbill/billing/cache/ddl.sql");
		assertThat(KillBillSchema.scripts(this.libraries))
			.containsExactly("-- org/killbill/billing/util/ddl-postgresql.sql", "-- org/killbill/billing/util/ddl.sql");
	}

	@Test
	void failsWhereThereAreNoTables() throws Exception {
		jar("killbill-api-1.jar", "org/killbill/billing/Account.class");
		assertThatIOException().isThrownBy(() -> KillBillSchema.scripts(this.libraries))
			.withMessageContaining(this.libraries.toString());
	}

	/** Each entry holds a comment that names it. */
	private void jar(String name, String... entries) throws IOException {
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(this.libraries.resolve(name)))) {
			for (String entry : entries) {
				jar.putNextEntry(new JarEntry(entry));
				jar.write(("-- " + entry).getBytes(StandardCharsets.UTF_8));
			}
		}
	}

}
