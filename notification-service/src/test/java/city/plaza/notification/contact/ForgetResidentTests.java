package city.plaza.notification.contact;

import java.util.Map;
import java.util.UUID;

import city.plaza.notification.NotificationFixture;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestMail;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ForgetResidentTests {

	private static final String RESIDENTS = "identity.residents";

	private static final String LINKS = "account-link.links";

	private final UUID resident = UUID.randomUUID();

	private final String address = NotificationFixture.newAddress();

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Autowired
	private NotificationFixture fixture;

	@Autowired
	private DatabaseClient database;

	@BeforeEach
	void register() {
		this.fixture.register(this.resident, this.address);
	}

	@Test
	void erasesTheContactAndAllNotices() {
		UUID linked = link(this.resident);
		this.fixture.awaitDelivered(linked);
		delete();
		Awaitility.await().untilAsserted(() -> assertThat(rows("contact") + rows("notice")).isZero());
	}

	@Test
	void writesNothingThatComesLaterAndKeepsNobodyWhoIsReadOnceMore() {
		delete();
		Awaitility.await().untilAsserted(() -> assertThat(rows("forgotten_resident")).isOne());
		UUID late = link(this.resident);
		this.events.publish(RESIDENTS, this.resident.toString(), ResidentRegistered.TYPE,
				GoldenSamples.sample(RESIDENTS, ResidentRegistered.TYPE)
					.replace("0198c0de-0000-7000-8000-000000000001", this.resident.toString())
					.replace("pat.example@example.org", this.address));
		UUID neighbour = UUID.randomUUID();
		this.fixture.register(neighbour, NotificationFixture.newAddress());
		this.fixture.awaitDelivered(link(neighbour));
		assertThat(this.fixture.countNotices(late)).isZero();
		assertThat(rows("contact")).isZero();
		assertThat(this.mail.received(this.address)).isEmpty();
	}

	private UUID link(UUID reader) {
		return this.events.publish(LINKS, "one-link", "AccountLinked",
				NotificationFixture.sample(LINKS, "AccountLinked", Map.of("residentId", reader.toString())));
	}

	private void delete() {
		this.events.publish(RESIDENTS, this.resident.toString(), ResidentDeleted.TYPE,
				GoldenSamples.sample(RESIDENTS, ResidentDeleted.TYPE)
					.replace("0198c0de-0000-7000-8000-000000000001", this.resident.toString()));
	}

	private long rows(String table) {
		Long count = this.database.sql("select count(*) as n from " + table + " where resident_id = :resident")
			.bind("resident", this.resident)
			.map((row) -> row.get("n", Long.class))
			.one()
			.block();
		return (count != null) ? count : -1;
	}

}
