package city.plaza.identity.completion;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.completion.Drawing.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DrawingTests {

	private static final List<Integer> LINE = List.of(10, 10, 20, 12, 30, 9, 40, 15, 50, 11, 60, 10);

	static Stream<Arguments> drawings() {
		return Stream.of(arguments("a line", new Drawing(600, 200, List.of(LINE)), null),
				arguments("to the edges", new Drawing(60, 15, List.of(LINE)), null),
				arguments("most numbers", new Drawing(600, 200, List.of(zigzag(6000))), null),
				arguments("one too many", new Drawing(600, 200, List.of(zigzag(6002))), Violation.TOO_LARGE),
				arguments("many strokes", new Drawing(600, 200, Collections.nCopies(201, LINE)), Violation.TOO_LARGE),
				arguments("no canvas", new Drawing(0, 200, List.of(LINE)), Violation.INVALID),
				arguments("a huge canvas", new Drawing(2001, 200, List.of(LINE)), Violation.INVALID),
				arguments("beside it", new Drawing(59, 200, List.of(LINE)), Violation.INVALID),
				arguments("above it", new Drawing(600, 200, List.of(List.of(1, -1, 2, 2))), Violation.INVALID),
				arguments("half a point", new Drawing(600, 200, List.of(LINE, List.of(1))), Violation.INVALID),
				arguments("an empty stroke", new Drawing(600, 200, List.of(LINE, List.of())), Violation.INVALID),
				arguments("no stroke", new Drawing(600, 200, Arrays.asList(LINE, null)), Violation.INVALID),
				arguments("no number", new Drawing(600, 200, List.of(Arrays.asList(1, null))), Violation.INVALID),
				arguments("a dot", new Drawing(600, 200, List.of(Collections.nCopies(40, 7))), Violation.TOO_SMALL),
				arguments("two points", new Drawing(600, 200, List.of(List.of(0, 0, 600, 200))), Violation.TOO_SMALL));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("drawings")
	void isASignatureOrNone(String name, Drawing drawing, @Nullable Violation violation) {
		assertThat(drawing.violation()).isEqualTo(violation);
	}

	private static List<Integer> zigzag(int numbers) {
		return Stream.iterate(0, (number) -> (number + 7) % 200).limit(numbers).toList();
	}

}
