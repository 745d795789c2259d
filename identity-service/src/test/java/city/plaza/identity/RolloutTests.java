package city.plaza.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What instances of the version before do, which know the tables by names in the plural:
 * its statements, word for word, on the views under those names.
 */
@PlazaTest
class RolloutTests {

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	private static final Instant LATER = NOW.plusSeconds(600);

	private final UUID id = UUID.randomUUID();

	private final String address = this.id + "@example.org";

	private final byte[] hash = this.id.toString().getBytes(StandardCharsets.UTF_8);

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ReactiveTransactionManager transactions;

	@Test
	void addsAccountsAndSignsThemIn() {
		assertThat(addAccount(this.id)).isOne();
		assertThat(addAccount(UUID.randomUUID())).as("of a known address").isZero();
		assertThat(rows("select * from accounts where address = :address", Map.of("address", this.address)))
			.singleElement()
			.satisfies((account) -> assertThat(account).containsEntry("id", this.id).hasSize(11));
		assertThat(rows("select email from account where id = :id", Map.of("id", this.id)))
			.containsExactly(Map.of("email", this.address));
		assertThat(rows("select exists (select from accounts where address = :address) as known",
				Map.of("address", this.address)))
			.containsExactly(Map.of("known", true));
		String signedIn = """
				with before as (select id, last_sign_in_at from accounts
				  where id = :id and password_hash = :hash for update)
				update accounts set last_sign_in_at = :now from before where accounts.id = before.id
				returning coalesce(before.last_sign_in_at, :now) as previous
				""";
		assertThat(rows(signedIn, Map.of("id", this.id, "hash", "h", "now", NOW))).hasSize(1);
		assertThat(rows(signedIn, Map.of("id", this.id, "hash", "another", "now", NOW))).isEmpty();
	}

	@Test
	void changesAndRemovesStaff() {
		addAccount(this.id);
		assertThat(changed("""
				update accounts set email = :email, given_name = :given, family_name = :family, password_hash = :hash,
				  roles = :roles where id = :id and kind = 'staff'
				""", Map.of("email", "x", "given", "x", "family", "x", "hash", "x", "roles", new String[] { "finance" },
				"id", this.id)))
			.isOne();
		assertThat(rows("""
				select id
				from accounts
				where kind = 'staff' and not address = any (:addresses)
				order by id for update
				""", Map.of("addresses", new String[] { "nobody@example.org" }))).contains(Map.of("id", this.id));
		assertThat(changed("delete from accounts where id = :id and kind = 'staff'", Map.of("id", this.id))).isOne();
		assertThat(rows("select * from account where id = :id", Map.of("id", this.id))).isEmpty();
	}

	@Test
	void registersAndWritesCodes() {
		assertThat(changed("""
				insert into registrations
				  (id, email, address, given_name, family_name, password_hash, language, created_at)
				values (:id, :address, :address, 'Pat', 'Example', 'h', 'en', :now)
				""", Map.of("id", this.id, "address", this.address, "now", NOW))).isOne();
		assertThat(addCode()).isOne();
		assertThatThrownBy(this::addCode).as("a second current one").hasMessageContaining("verification_codes_current");
		assertThat(rows("""
				update verification_codes set tries = tries + 1
				where registration_id = :registration and replaced_at is null
				  and used_at is null and tries < :most and expires_at > :now
				returning *
				""", Map.of("registration", this.id, "most", 5, "now", NOW))).singleElement()
			.satisfies((code) -> assertThat(code).containsEntry("tries", 1));
		assertThat(changed("""
				update verification_codes
				set replaced_at = :now
				where registration_id = :registration and replaced_at is null
				""", Map.of("registration", this.id, "now", NOW))).isOne();
		assertThat(changed("update registrations set confirmed_at = :now, password_hash = null where id = :id",
				Map.of("now", NOW, "id", this.id)))
			.isOne();
		assertThat(changed("""
				delete from registrations r where r.created_at < :moment and not exists (
				  select from verification_codes c
				  where c.registration_id = r.id and c.replaced_at is null and c.expires_at > :now) and r.id = :id
				""", Map.of("moment", LATER, "now", NOW, "id", this.id))).isOne();
	}

	@Test
	void opensRefreshesAndEndsSessions() {
		addAccount(this.id);
		assertThat(changed("""
				insert into sessions
				  (id, account_id, kind, token_hash, started_at, expires_at, ends_at, previous_sign_in_at)
				values (:id, :id, 'browser', :hash, :now, :later, :later, :now)
				""", Map.of("id", this.id, "hash", this.hash, "now", NOW, "later", LATER))).isOne();
		changed("insert into refresh_tokens (token_hash, session_id, issued_at) values (:hash, :session, :now)",
				Map.of("hash", this.hash, "session", this.id, "now", NOW));
		assertThat(rows("""
				select s.*, t.used_at, t.successor_salt from refresh_tokens t join sessions s on s.id = t.session_id
				where t.token_hash = :hash for update
				""", Map.of("hash", this.hash))).hasSize(1);
		assertThat(changed("update refresh_tokens set used_at = :now, successor_salt = :salt where token_hash = :hash",
				Map.of("now", NOW, "salt", "s", "hash", this.hash)))
			.isOne();
		assertThat(rows("""
				update sessions set expires_at = least(:idle, ends_at)
				where token_hash = :hash and ended_at is null and expires_at > :now
				returning *
				""", Map.of("idle", LATER, "hash", this.hash, "now", NOW))).hasSize(1);
		assertThat(rows("""
				update sessions set ended_at = :now, end_reason = :reason
				where account_id = :account and ended_at is null and ends_at > :now
				returning id
				""", Map.of("now", NOW, "reason", "signed-out", "account", this.id)))
			.containsExactly(Map.of("id", this.id));
		assertThat(rows("select token_hash from refresh_token where session_id = :id", Map.of("id", this.id)))
			.hasSize(1);
		assertThat(changed("delete from sessions where ends_at < :moment and id = :id",
				Map.of("moment", LATER.plusSeconds(1), "id", this.id)))
			.isOne();
	}

	@Test
	void countsAgainstTheSameLimitsAsTheNewVersion() {
		String take = """
				insert into %s as l (key, count, open_at, forget_at) values (:key, 1, :now, :end)
				on conflict (key) do update set
				  count = case when l.forget_at <= :now then 1 else l.count + 1 end,
				  forget_at = case when l.forget_at <= :now then :end else l.forget_at end
				where l.forget_at <= :now or l.count < :most
				returning count
				""";
		Map<String, Object> one = Map.of("key", this.hash, "now", NOW, "end", LATER, "most", 3);
		assertThat(rows(take.formatted("limits"), one)).containsExactly(Map.of("count", 1));
		assertThat(rows(take.formatted("rate_limit"), one)).containsExactly(Map.of("count", 2));
		assertThat(rows(take.formatted("limits"), one)).containsExactly(Map.of("count", 3));
		assertThat(rows(take.formatted("limits"), one)).isEmpty();
		assertThat(rows("select forget_at from limits where key = :key and forget_at > :now and count >= :most",
				Map.of("key", this.hash, "now", NOW, "most", 3)))
			.hasSize(1);
		assertThat(
				changed("update limits set count = count - 1 where key = :key and count > 0", Map.of("key", this.hash)))
			.isOne();
		assertThat(rows("""
				delete from limits where key in (
				  select key from limits where forget_at <= :now limit :most for update skip locked) and key = :key
				returning key
				""", Map.of("now", LATER, "most", 1_000_000, "key", this.hash))).hasSize(1);
	}

	@Test
	void locksAndReplacesSigningKeys() {
		int generation = -1 - Math.abs(this.id.hashCode() % 1_000_000);
		inOne("lock table signing_keys in share row exclusive mode",
				"insert into signing_keys (generation, key_id, sealed_key, created_at) values (%d, '%s', 's', now())"
					.formatted(generation, this.id),
				"delete from signing_keys where generation = any (array[%d])".formatted(generation));
		assertThat(rows("select * from signing_keys order by generation", Map.of()))
			.isEqualTo(rows("select * from signing_key order by generation", Map.of()));
	}

	/**
	 * The driver prepares a statement once for a connection, whatever happens to its
	 * tables.
	 */
	@Test
	void goesOnWithStatementsThatItPreparedBefore() {
		String name = "example_" + this.id.toString().substring(0, 8);
		Mono<Long> read = step("select * from %ss where id = :id for update".formatted(name), Map.of("id", 1));
		Mono<Long> write = step(
				"insert into %ss as e values (:id, 'b') on conflict (id) do update set note = 'c' ".formatted(name)
						+ "where e.id = :id returning *",
				Map.of("id", 1));
		List<Long> found = Flux
			.concat(step("create table %ss (id int primary key, note text)".formatted(name), Map.of()), write, read,
					step("alter table %1$ss rename to %1$s".formatted(name), Map.of()),
					step("create view %1$ss as select * from %1$s".formatted(name), Map.of()), read, write,
					step("drop view %ss".formatted(name), Map.of()), step("drop table " + name, Map.of()))
			.collectList()
			.as(TransactionalOperator.create(this.transactions)::transactional)
			.block();
		assertThat(found).containsExactly(0L, 1L, 1L, 0L, 0L, 1L, 1L, 0L, 0L);
	}

	private long addAccount(UUID account) {
		return changed("""
				insert into accounts (id, kind, email, address, given_name, family_name, password_hash, roles,
				  language, registered_at)
				values (:id, 'staff', :address, :address, 'Pat', 'Example', 'h', '{}', 'en', :now)
				on conflict (address) do nothing
				""", Map.of("id", account, "address", this.address, "now", NOW));
	}

	private long addCode() {
		return changed("""
				insert into verification_codes
				  (id, registration_id, address, code_hmac, requested_at, expires_at, mailed)
				values (:id, :registration, :address, :hash, :now, :later, true)
				""", Map.of("id", UUID.randomUUID(), "registration", this.id, "address", this.address, "hash",
				this.hash, "now", NOW, "later", LATER));
	}

	private Mono<Long> step(String sql, Map<String, ?> values) {
		return this.database.sql(sql).bindValues(Map.copyOf(values)).fetch().all().count();
	}

	private List<Map<String, Object>> rows(String sql, Map<String, ?> values) {
		return this.database.sql(sql).bindValues(Map.copyOf(values)).fetch().all().collectList().block();
	}

	private long changed(String sql, Map<String, ?> values) {
		return this.database.sql(sql).bindValues(Map.copyOf(values)).fetch().rowsUpdated().block();
	}

	private void inOne(String... statements) {
		Flux.fromArray(statements)
			.concatMap((sql) -> this.database.sql(sql).then())
			.then()
			.as(TransactionalOperator.create(this.transactions)::transactional)
			.block();
	}

}
