package city.plaza.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The layers are customer, ledger, payment; each owns a table of its name. */
class TableOwnershipCasesTests {

	@TempDir
	private Path module;

	@BeforeEach
	void everyLayerOwnsATable() throws IOException {
		migrate(1, """
				create table customer (id uuid);
				create table ledger (id uuid);
				create table payment (id uuid);
				""");
		for (String layer : List.of("customer", "ledger", "payment")) {
			write(layer, "Own", "insert into " + layer + " values ($1)");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert into customer values ($1)", "INSERT INTO customer VALUES ($1)",
			"insert\\n  into customer (id) values ($1)", "update customer set id = $1",
			"update only customer set id = $1", "update public.customer set id = $1", "delete from customer",
			"delete\\nfrom customer where id = $1", "merge into customer using x on true when matched then delete",
			"truncate customer", "truncate table customer",
			"with gone as (delete from customer returning id) select * from gone",
			"insert into ledger values (1); update customer set id = null" })
	void isBrokenByASecondWriterHoweverItWrites(String sql) throws IOException {
		write("payment", "Second", sql.translateEscapes());
		assertThat(violations()).contains("Table customer is written by [customer, payment]: one package owns a table");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select * from customer for update", "select * from customer for no key update",
			"insert into payment values ($1) on conflict (id) do update set id = $1",
			"insert into payment select id from customer",
			"delete from payment using customer c where c.id = payment.id",
			"update payment set id = c.id from customer c", "select 'update' as customer",
			"-- update customer set id = 1", "select updated_customer from ledger",
			"select * from delete_from_customer" })
	void takesNoReadingForWriting(String sql) throws IOException {
		write("payment", "Second", sql);
		assertThat(violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "select * from payment", "select * from only payment", "select * from public.payment p",
			"select * from customer c join payment p on true", "select * from customer c left join payment using (id)",
			"select * from customer, payment", "select * from customer c, payment p where c.id = p.id",
			"select * from customer as c , ledger as l ,\\n payment as p", "select * from\\n  payment",
			"select * from customer c cross join lateral (select * from payment) p",
			"delete from customer using payment where true", "select (select count(*) from payment) from customer",
			"update customer set id = p.id from payment p", "with p as (select * from payment) select * from p" })
	void isBrokenByALowerReaderHoweverItReads(String sql) throws IOException {
		write("customer", "Curious", sql.translateEscapes());
		assertThat(violations()).contains("Package customer reads payment, which belongs to a package above it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select payment from customer", "select * from customer order by payment, id",
			"select * from payments", "select * from customer -- join payment",
			"select payment.id from customer payment", "select * from customer where name in ('a', 'b')",
			"select extract(year from id), payment from customer" })
	void takesNothingElseForReading(String sql) throws IOException {
		write("customer", "Modest", sql);
		assertThat(violations()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			create table refund (id uuid);                       | refund
			create table if not exists refund (id uuid);         | refund
			create unlogged table refund (id uuid);              | refund
			CREATE  TABLE\\n  refund (id uuid);                  | refund
			create table public.refund (id uuid);                | refund
			create table old (id uuid); alter table old rename to refund; | refund
			-- create table refund (id uuid);                    |
			create index refund on payment (id);                 |
			""")
	void knowsEveryTableOfTheMigrations(String sql, @Nullable String table) throws IOException {
		migrate(2, sql.translateEscapes());
		write("payment", "Refunds", "insert into refund values ($1)");
		write("customer", "Curious", "select * from refund");
		assertThat(violations()).hasSize((table != null) ? 1 : 0)
			.allSatisfy((violation) -> assertThat(violation).contains("customer reads refund"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "create view it as select * from payment",
			"create or replace view it as select * from payment",
			"create materialized view it as select * from payment", "create view it as select * from customer, payment",
			"create function it() returns bigint language sql as $$ select count(*) from payment $$",
			"create view first as select * from payment; create view it as select * from first" })
	void aViewBelongsToTheHighestOfWhatItReads(String sql) throws IOException {
		migrate(2, sql + ";");
		write("customer", "Curious", "select * from it");
		assertThat(violations()).containsExactly("Package customer reads it, which belongs to a package above it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "create view it as select * from customer; delete from payment where true;",
			"create function it() returns trigger as $$ begin delete from payment; return null; end $$;",
			"create view it as select it.id from customer it join it on true;" })
	void aViewBelongsToNobodyElse(String sql) throws IOException {
		migrate(2, sql);
		write("ledger", "Fair", "select * from it");
		assertThat(violations()).isEmpty();
	}

	@Test
	void readsLiteralsOfEveryKindAndNoComments() throws IOException {
		java("customer", "Plain", "String a = \"select * from payment\";");
		assertThat(violations()).hasSize(1);
		java("customer", "Plain", "/* select * from payment */ char quote = '\"'; // \"none\"\nString a = \"none\";");
		assertThat(violations()).isEmpty();
		java("customer", "Plain", "String a = \"say \\\"\" + \" from payment\";");
		assertThat(violations()).hasSize(1);
	}

	@Test
	void countsAPackageInsideOfALayerAsTheLayer() throws IOException {
		write("payment.web.page", "Inside", "delete from payment");
		assertThat(violations()).isEmpty();
		write("payments", "Beside", "delete from payment");
		assertThat(violations()).contains("Package payments writes table payment and has no layer",
				"Package payments reads payment, which belongs to a package above it");
	}

	private List<String> violations() throws IOException {
		return TableOwnership.violations(this.module, "city.example", "customer", "ledger", "payment");
	}

	private void migrate(int version, String sql) throws IOException {
		Path folder = Files.createDirectories(this.module.resolve("src/main/resources/db/migration"));
		Files.writeString(folder.resolve("V" + version + "__it.sql"), sql);
	}

	private void write(String layer, String name, String sql) throws IOException {
		java(layer, name, "String sql = \"\"\"\n" + sql + "\n\"\"\";");
	}

	private void java(String layer, String name, String code) throws IOException {
		Path folder = Files
			.createDirectories(this.module.resolve("src/main/java/city/example/" + layer.replace('.', '/')));
		Files.writeString(folder.resolve(name + ".java"), "class " + name + " { " + code + " }");
	}

}
