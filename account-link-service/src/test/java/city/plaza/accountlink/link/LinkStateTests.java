package city.plaza.accountlink.link;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinkStateTests {

	private static final Set<String> MOVES = Set.of("standing > suspended", "standing > ended", "suspended > ended");

	static Stream<Arguments> pairs() {
		return Arrays.stream(LinkState.values())
			.flatMap((from) -> Arrays.stream(LinkState.values()).map((to) -> Arguments.of(from, to)));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void movesAsListedAndNotOtherwise(LinkState from, LinkState to) {
		boolean listed = MOVES.contains(from.code() + " > " + to.code());
		assertThat(from.mayBecome(to)).isEqualTo(listed);
		assertThat(Arrays.asList(to.sources()).contains(from.code())).isEqualTo(listed);
	}

}
