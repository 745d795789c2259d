package city.plaza.notification.notice;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeStateTests {

	private static final Set<String> MOVES = Set.of("waiting-for-contact > queued", "waiting-for-contact > failed",
			"queued > sending", "sending > sending", "sending > retrying", "sending > delivered", "sending > failed",
			"retrying > sending", "queued > replaced", "sending > replaced", "retrying > replaced");

	static Stream<Arguments> pairs() {
		return Arrays.stream(NoticeState.values())
			.flatMap((from) -> Arrays.stream(NoticeState.values()).map((to) -> Arguments.of(from, to)));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void movesAsListedAndNotOtherwise(NoticeState from, NoticeState to) {
		boolean listed = MOVES.contains(from.code() + " > " + to.code());
		assertThat(from.mayBecome(to)).isEqualTo(listed);
		assertThat(Arrays.asList(to.sources()).contains(from.code())).isEqualTo(listed);
		assertThat(Arrays.asList(NoticeState.moves()).contains(from.code() + ">" + to.code())).isEqualTo(listed);
	}

	@Test
	void endsDeliveredFailedOrReplaced() {
		assertThat(NoticeState.values()).filteredOn(NoticeState::isFinal)
			.containsExactly(NoticeState.DELIVERED, NoticeState.FAILED, NoticeState.REPLACED);
	}

	@ParameterizedTest
	@EnumSource
	void isFoundByItsCode(NoticeState state) {
		assertThat(NoticeState.of(state.code())).isEqualTo(state);
	}

}
