package city.plaza.local.topology;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseTests {

	@ParameterizedTest
	@EnumSource
	void isClosedToAllOthersAfterItWasMadeAndByItself(Database database) {
		assertThat(database.create()).hasSize(2).endsWith(database.close().toArray(String[]::new));
		assertThat(database.close())
			.containsExactly("revoke connect on database " + database.lowerName() + " from public");
	}

	/** Names go into statements as they are. */
	@ParameterizedTest
	@EnumSource
	void hasANameThatNeedsNoQuotes(Database database) {
		assertThat(database.lowerName()).matches("[a-z_]+");
		assertThat(database.createUser())
			.isEqualTo("create user " + database.lowerName() + " password 'dev-only-database'");
	}

	@ParameterizedTest
	@EnumSource
	void belongsToOneService(Database database) {
		assertThat(Service.values()).filteredOn((service) -> service.database().filter(database::equals).isPresent())
			.hasSize(1);
	}

	@Test
	void hasOnlyPasswordsThatProductionRefuses() {
		assertThat(List.of(Database.PASSWORD, Database.SUPERUSER_PASSWORD, Accounts.STAFF_PASSWORD,
				Accounts.RESIDENT_PASSWORD))
			.allMatch((password) -> password.startsWith("dev-only-"));
	}

	@Test
	void everyTopicHasOneOwnerAndEveryPortOneProgram() {
		assertThat(Arrays.stream(Service.values()).flatMap((service) -> service.topics().stream()))
			.doesNotHaveDuplicates()
			.allMatch((topic) -> topic.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*"));
		assertThat(Stream.concat(Arrays.stream(Service.values()).flatMap((service) -> service.ports().stream()),
				Stream.of(Port.POSTGRES, Port.KAFKA, Port.KAFKA_CONTROLLER, Port.INBOX, Port.SMTP, Port.SIGN_IN)))
			.containsExactlyInAnyOrder(Port.values());
	}

}
