package city.plaza.identity.legacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All records of the portal before. An address has one at most. */
@Repository
class LegacyResidents {

	private static final String WITH_CUSTOMERS = """
			select r.*, array(select c.customer_number from legacy_customer c
			  where c.legacy_id = r.id order by c.customer_number) as customers
			from legacy_resident r
			""";

	private static final String OF_ADDRESSES = WITH_CUSTOMERS + """
			where r.address = any (:addresses)
			""";

	private static final String OF = WITH_CUSTOMERS + """
			where r.id = :id
			""";

	private static final String OF_ACCOUNT = WITH_CUSTOMERS + """
			where r.account_id = :account order by r.reclaimed_at, r.id
			""";

	private static final String LOCK = WITH_CUSTOMERS + """
			where r.id = :id for update of r
			""";

	private static final String STORE = """
			insert into legacy_resident (id, email, address, given_name, family_name, phone, line1, line2, city,
			  state, postal_code, imported_at)
			select n.id, n.email, n.address, n.given_name, n.family_name, n.phone, n.line1, n.line2, n.city,
			  n.state, n.postal_code, :now
			from jsonb_to_recordset(cast(:rows as jsonb)) as n (id uuid, email text, address text, given_name text,
			  family_name text, phone text, line1 text, line2 text, city text, state text, postal_code text)
			order by n.address
			on conflict (address) do update set email = excluded.email, given_name = excluded.given_name,
			  family_name = excluded.family_name, phone = excluded.phone, line1 = excluded.line1,
			  line2 = excluded.line2, city = excluded.city, state = excluded.state,
			  postal_code = excluded.postal_code, imported_at = excluded.imported_at
			where legacy_resident.reclaimed_at is null
			""";

	private static final String REMOVE_CUSTOMERS = """
			delete from legacy_customer where legacy_id in (
			  select id from legacy_resident where address = any (:addresses) and reclaimed_at is null)
			""";

	private static final String ADD_CUSTOMERS = """
			insert into legacy_customer (legacy_id, customer_number)
			select r.id, number
			from jsonb_to_recordset(cast(:rows as jsonb)) as n (address text, customers text[])
			join legacy_resident r on r.address = n.address and r.reclaimed_at is null
			cross join lateral unnest(n.customers) as number
			on conflict do nothing
			""";

	private static final String RECLAIM = """
			update legacy_resident set account_id = :account, reclaimed_at = :now
			where address = :address and reclaimed_at is null
			returning id
			""";

	private static final String HOLDERS = """
			select a.id
			from account a join legacy_resident r on r.address = a.address
			where r.reclaimed_at is null and a.kind = 'resident'
			limit :most
			""";

	/** A part of an address is found in no index: one look goes through all records. */
	private static final String SEARCH = WITH_CUSTOMERS + """
			where lower(r.given_name || ' ' || r.family_name) like lower(:name) || '%'
			  or lower(r.family_name || ' ' || r.given_name) like lower(:name) || '%'
			  or replace(lower(concat_ws(' ', r.line1, r.line2, r.city, r.state, r.postal_code)), ',', '')
			    like '%' || lower(:name) || '%'
			  or r.id in (select c.legacy_id from legacy_customer c where upper(c.customer_number) = :number)
			order by lower(r.family_name), lower(r.given_name), r.id limit :most
			""";

	private static final String REMOVE = """
			delete from legacy_resident where address = :address or account_id = :account
			""";

	private final DatabaseClient database;

	private final JsonMapper json;

	LegacyResidents(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/** Those of comparable addresses, by address. */
	Mono<Map<String, LegacyResident>> of(Collection<String> addresses) {
		return this.database.sql(OF_ADDRESSES)
			.bind("addresses", addresses.toArray(String[]::new))
			.map(LegacyResident::read)
			.all()
			.collectMap((record) -> record.person().email().comparable());
	}

	/** The records that came back to an account: one for each address it had. */
	Mono<List<LegacyResident>> of(AccountId account) {
		return this.database.sql(OF_ACCOUNT)
			.bind("account", account.value())
			.map(LegacyResident::read)
			.all()
			.collectList();
	}

	/** The record, which nobody else changes until the transaction ends. */
	Mono<LegacyResident> lock(LegacyId id) {
		return this.database.sql(LOCK).bind("id", id.value()).map(LegacyResident::read).one();
	}

	/** Stores records, new or not; one that is reclaimed stays as it is. */
	Mono<Void> store(List<LegacyPerson> people, Instant now) {
		if (people.isEmpty()) {
			return Mono.empty();
		}
		String rows = this.json.writeValueAsString(people.stream().map(LegacyRow::of).toList());
		String[] addresses = people.stream().map((person) -> person.email().comparable()).toArray(String[]::new);
		return this.database.sql(STORE)
			.bind("rows", rows)
			.bind("now", now)
			.then()
			.then(this.database.sql(REMOVE_CUSTOMERS).bind("addresses", addresses).then())
			.then(this.database.sql(ADD_CUSTOMERS).bind("rows", rows).then());
	}

	/**
	 * Gives the record of an address to an account.
	 * @return the record; empty where there is none or it is reclaimed
	 */
	Mono<LegacyResident> reclaim(EmailAddress email, AccountId account, Instant now) {
		return this.database.sql(RECLAIM)
			.bind("account", account.value())
			.bind("now", now)
			.bind("address", email.comparable())
			.map((row) -> Columns.required(row, "id", UUID.class))
			.one()
			// A statement of its own: an import may have changed it while this one
			// waited.
			.flatMap((id) -> this.database.sql(OF).bind("id", id).map(LegacyResident::read).one());
	}

	/** The first that a query finds, by name. */
	Mono<List<LegacyResident>> search(LegacyQuery query, int most) {
		return this.database.sql(SEARCH)
			.bind("name", query.pattern())
			.bind("number", query.number())
			.bind("most", most)
			.map(LegacyResident::read)
			.all()
			.collectList();
	}

	/** Some residents with an account whose record is not reclaimed. */
	Mono<List<AccountId>> holders(int most) {
		return this.database.sql(HOLDERS)
			.bind("most", most)
			.map((row) -> new AccountId(Columns.required(row, "id", UUID.class)))
			.all()
			.collectList();
	}

	/** Removes the records of an account and of its address. */
	Mono<Void> removeOf(Account account) {
		return this.database.sql(REMOVE)
			.bind("address", account.email().comparable())
			.bind("account", account.id().value())
			.then();
	}

}
