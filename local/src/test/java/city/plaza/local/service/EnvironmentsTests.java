package city.plaza.local.service;

import city.plaza.local.topology.Accounts;
import city.plaza.local.topology.Ports;
import city.plaza.local.topology.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentsTests {

	private final Environments closed = new Environments(new Ports(0), false);

	private final Environments open = new Environments(new Ports(0), true);

	@ParameterizedTest
	@EnumSource
	void everyServiceListensOnThisMachineOnly(Service service) {
		assertThat(this.closed.of(service)).containsEntry("SERVER_ADDRESS", "127.0.0.1")
			.containsEntry("SPRING_PROFILES_ACTIVE", "development");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "GATEWAY", "IDENTITY" })
	void noServiceBehindTheGatewayOpens(Service service) {
		assertThat(this.open.of(service)).isEqualTo(this.closed.of(service));
	}

	@Test
	void onlyTheGatewayOpensAndItShowsNoMailsThen() {
		assertThat(this.closed.of(Service.GATEWAY)).containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1")
			.containsEntry("PLAZA_DEV_INBOX_URL", "http://127.0.0.1:18025");
		assertThat(this.open.of(Service.GATEWAY)).containsEntry("SERVER_ADDRESS", "0.0.0.0")
			.containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1")
			.doesNotContainKey("PLAZA_DEV_INBOX_URL");
	}

	@Test
	void followsTheOffsetOfThePorts() {
		assertThat(new Environments(new Ports(1_000), false).of(Service.NOTIFICATION)).containsEntry("PORT", "19084")
			.containsEntry("PLAZA_SMTP_PORT", "12025")
			.containsEntry("PLAZA_DB_PORT", "16432")
			.containsEntry("PLAZA_KAFKA_SERVERS", "127.0.0.1:20092")
			.containsEntry("PLAZA_PUBLIC_URL", "http://localhost:9080");
	}

	@Test
	void givesTheStaffAccountToIdentityServiceAlone() {
		assertThat(this.closed.of(Service.IDENTITY)).containsEntry("PLAZA_IDENTITY_STAFF_0_EMAIL",
				Accounts.STAFF_EMAIL);
		assertThat(this.closed.of(Service.PORTAL)).doesNotContainValue(Accounts.STAFF_PASSWORD);
	}

	@Test
	void letIdentityKnowTheProviderOnlyWhereItsPagesCanBeReached() {
		assertThat(this.closed.of(Service.IDENTITY).get("PLAZA_OIDC_ISSUER")).startsWith("http://localhost:");
		assertThat(this.open.of(Service.IDENTITY)).doesNotContainKey("PLAZA_OIDC_ISSUER")
			.containsEntry("SERVER_ADDRESS", "127.0.0.1");
		assertThat(this.closed.of(Service.IDENTITY)).containsAllEntriesOf(this.open.of(Service.IDENTITY));
	}

}
