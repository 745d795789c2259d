package city.plaza.notification.link;

import java.util.Map;
import java.util.UUID;

import city.plaza.notification.NotificationFixture;
import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestMail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class LinkNoticeTests {

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Seal seal;

	@ParameterizedTest
	@CsvSource({ "AccountLinked, is now linked to your account", "AccountUnlinked, is no longer linked" })
	void tellsTheResident(String type, String words) {
		UUID resident = UUID.randomUUID();
		String address = NotificationFixture.newAddress();
		new NotificationFixture(this.events, this.database, this.seal).register(resident, address);
		String link = UUID.randomUUID().toString();
		this.events.publish("account-link.links", link, type, NotificationFixture.sample("account-link.links", type,
				Map.of("linkId", link, "residentId", resident.toString())));
		assertThat(this.mail.await(address).getFirst().text()).contains("100234", "EXAMPLE CUSTOMER", words);
	}

}
