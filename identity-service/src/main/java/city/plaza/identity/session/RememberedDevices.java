package city.plaza.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Columns;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Devices that are not asked for a second factor for {@link #LIFE}. A device is
 * recognised by the random id in its device token; what is stored does not disclose it.
 */
@Repository
public class RememberedDevices {

	static final Duration LIFE = Duration.ofDays(30);

	private static final String ADD = """
			insert into remembered_device (account_id, device_hash, until) values (:account, :hash, :until)
			on conflict (account_id, device_hash) do update set until = excluded.until
			""";

	private static final String KNOWS = """
			select exists (select from remembered_device
			  where account_id = :account and device_hash = :hash and until > :now) as known
			""";

	private static final String FORGET_ALL_OF = """
			delete from remembered_device where account_id = :account
			""";

	private static final String REMOVE_OVER = """
			delete from remembered_device where until <= :now
			""";

	private final DatabaseClient database;

	private final KeyedHashes hashes;

	private final Clock clock;

	RememberedDevices(DatabaseClient database, KeyedHashes hashes, Clock clock) {
		this.database = database;
		this.hashes = hashes;
		this.clock = clock;
	}

	/**
	 * Remembers a device from now on.
	 * @param deviceToken its new one
	 * @return completes when it is stored
	 */
	public Mono<Void> add(AccountId account, Secret deviceToken) {
		return Mono.justOrEmpty(DeviceToken.read(deviceToken))
			.flatMap((device) -> this.database.sql(ADD)
				.bind("account", account.value())
				.bind("hash", hash(account, device).bytes())
				.bind("until", this.clock.instant().plus(LIFE))
				.then());
	}

	/**
	 * Forgets all devices of an account.
	 * @return completes when each will be asked again
	 */
	public Mono<Void> forgetAllOf(AccountId account) {
		return this.database.sql(FORGET_ALL_OF).bind("account", account.value()).then();
	}

	Mono<Boolean> knows(AccountId account, @Nullable Secret deviceToken) {
		return Mono.justOrEmpty(DeviceToken.read(deviceToken))
			.flatMap((device) -> this.database.sql(KNOWS)
				.bind("account", account.value())
				.bind("hash", hash(account, device).bytes())
				.bind("now", this.clock.instant())
				.map((row) -> Columns.flag(row, "known"))
				.one())
			.defaultIfEmpty(false);
	}

	Mono<Long> removeOver(Instant now) {
		return this.database.sql(REMOVE_OVER).bind("now", now).fetch().rowsUpdated();
	}

	private Hash hash(AccountId account, DeviceToken device) {
		return this.hashes.hash("remembered-device", account.toString(), device.id());
	}

}
