package city.plaza.platform.events;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ReplicationRuleTests {

	@Test
	void refusesOneCopyOfAnEvent() {
		assertThat(violations("1", "2")).singleElement()
			.asString()
			.contains("plaza.events.replication (PLAZA_EVENTS_REPLICATION)")
			.hasLineCount(1);
	}

	@Test
	void refusesToAcknowledgeWhatOneBrokerHas() {
		assertThat(violations("3", "1")).singleElement()
			.asString()
			.contains("plaza.events.min-in-sync (PLAZA_EVENTS_MIN_IN_SYNC)", "min.insync.replicas")
			.hasLineCount(1);
	}

	@Test
	void takesThreeCopiesOfWhichTwoAreInSync() {
		assertThat(violations("3", "2")).isEmpty();
	}

	private static List<String> violations(String replication, String minInSync) {
		return new ReplicationRule()
			.violations(new MockEnvironment().withProperty("plaza.events.replication", replication)
				.withProperty("plaza.events.min-in-sync", minInSync));
	}

}
