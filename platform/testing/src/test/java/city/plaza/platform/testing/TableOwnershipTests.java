package city.plaza.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TableOwnershipTests {

	@TempDir
	private Path module;

	@BeforeEach
	void twoTablesAndAView() throws IOException {
		write("src/main/resources/db/migration/V1__tables.sql", """
				create table bill (bill_number text primary key);
				create table payment (payment_id uuid primary key);
				create view pending as select payment_id from payment;
				-- update payment is only said here
				""");
		source("ledger/Bills", "insert into bill values (:number)");
		source("payment/Payments", "update payment set state = :to", "select * from bill for update");
	}

	@Test
	void isKeptWhereOnlyUpperPackagesReadWhatOthersWrite() throws IOException {
		assertThat(violations()).isEmpty();
	}

	@Test
	void isBrokenByASecondWriter() throws IOException {
		source("payment/PostPayments", "DELETE FROM bill");
		assertThat(violations()).singleElement().asString().contains("bill is written by [ledger, payment]");
	}

	@Test
	void isBrokenByALowerReader() throws IOException {
		source("ledger/StoreBills", "select count(*) from bill b join payment p on true");
		assertThat(violations()).singleElement().asString().contains("ledger reads payment");
	}

	@Test
	void isBrokenByALowerReaderOfAView() throws IOException {
		source("ledger/StoreBills", "select * from pending");
		assertThat(violations()).singleElement().asString().contains("ledger reads pending");
	}

	@Test
	void isBrokenByAPackageWithoutALayer() throws IOException {
		write("src/main/resources/db/migration/V2__more.sql", "create table import_run (id uuid);");
		source("finance/Runs", "insert into import_run values (:id)");
		assertThat(violations()).singleElement().asString().contains("finance writes table import_run");
	}

	private java.util.List<String> violations() throws IOException {
		return TableOwnership.violations(this.module, "city.example", "ledger", "payment");
	}

	private void source(String name, String... statements) throws IOException {
		StringBuilder text = new StringBuilder("/** Writes from payment what it likes. */ class X {\n");
		for (String statement : statements) {
			text.append("String s = \"\"\"\n").append(statement).append("\n\"\"\";\n");
		}
		write("src/main/java/city/example/" + name + ".java", text + "}\n");
	}

	private void write(String path, String text) throws IOException {
		Path file = this.module.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
