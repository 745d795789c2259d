package city.plaza.platform.audit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import city.plaza.platform.audit.AuditTestApplication.TestAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NewEntryTests {

	private final NewEntry entry = NewEntry.of(Actor.system(), TestAction.DOOR_OPENED, "door", "door-1");

	@ParameterizedTest
	@ValueSource(strings = { "password", "newPassword", "token", "resetCode", "apiSecret", "email", "phoneNumber",
			"passwordHash", "", "Roles", "with space", "with_line" })
	void hasNoDetailOfThisName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.entry.with(name, "x"));
	}

	@Test
	void keepsDetailsInOrderAndLeavesOutWhatIsNull() {
		assertThat(this.entry.with("turns", 2).with("again", true).with("nobody", null).details())
			.containsExactly(Map.entry("again", true), Map.entry("turns", 2));
	}

	@Test
	void refusesLongTextsAndSubjects() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.entry.with("note", "x".repeat(201)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NewEntry.of(Actor.system(), TestAction.DOOR_OPENED, "door", "x".repeat(201)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NewEntry.of(Actor.system(), TestAction.DOOR_OPENED, "door", " "));
	}

	@Test
	void endsAsItIsTold() {
		assertThat(this.entry.outcome()).isEqualTo(AuditOutcome.SUCCEEDED);
		assertThat(this.entry.refused().outcome()).isEqualTo(AuditOutcome.REFUSED);
		assertThat(this.entry.failed().outcome()).isEqualTo(AuditOutcome.FAILED);
		assertThat(TestAction.DOOR_LOCKED.code()).isEqualTo("door-locked");
	}

	@Test
	void namesAPersonByTheirRoles() {
		UUID id = UUID.randomUUID();
		assertThat(Actor.of(id, Set.of())).isEqualTo(new Actor(id, "resident"));
		assertThat(Actor.of(id, Set.of("b", "a"))).isEqualTo(new Actor(id, "a,b"));
		assertThat(Actor.anonymous()).isEqualTo(new Actor(null, "anonymous"));
	}

}
