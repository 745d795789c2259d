package city.plaza.identity.completion;

import java.util.List;

import city.plaza.identity.completion.ReadSignature.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadSignatureTests {

	static final Drawing DRAWING = new Drawing(600, 200,
			List.of(List.of(10, 10, 20, 12, 30, 9, 40, 15, 50, 11, 60, 10)));

	@ParameterizedTest
	@ValueSource(strings = { "Robin Example", "X", "Siobhán O'Donnell", "D’Arcy  O' Donnell", "Đặng Thị Hương", "田中 太郎",
			"محمد علي", "Иван Иванов", "João da Silva-Santos Jr." })
	void takesNamesInAnyScript(String name) {
		assertThat(ReadSignature.read(" " + name + " ", "typed", null))
			.isEqualTo(new Outcome.Accepted(new Signature(name, Signature.Method.TYPED, null)));
	}

	@Test
	void takesTwoHundredLetters() {
		assertThat(ReadSignature.read("n".repeat(201), "typed", null)).isInstanceOf(Outcome.Accepted.class);
		assertThat(errors("n".repeat(202), "typed", null)).containsExactly("name too-long");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|', textBlock = """
			-                          | typed | name required
			' '                        | typed | name required
			<script>alert(1)</script>  | typed | name invalid-characters
			http://evil.example        | typed | name invalid-characters
			Robin                      | -     | method required
			Robin                      | image | method unknown-choice
			Robin                      | drawn | drawing required
			""")
	void namesTheFieldAtFault(@Nullable String name, @Nullable String method, String error) {
		assertThat(errors(name, method, null)).containsExactly(error);
	}

	@Test
	void keepsADrawingOnlyWhereItIsTheSignature() {
		assertThat(ReadSignature.read("Robin", "drawn", DRAWING))
			.isEqualTo(new Outcome.Accepted(new Signature("Robin", Signature.Method.DRAWN, DRAWING)));
		assertThat(ReadSignature.read("Robin", "typed", DRAWING))
			.isEqualTo(new Outcome.Accepted(new Signature("Robin", Signature.Method.TYPED, null)));
		assertThat(errors("Robin", "drawn", new Drawing(600, 200, List.of(List.of(1, 1)))))
			.containsExactly("drawing drawing-too-small");
	}

	private static List<String> errors(@Nullable String name, @Nullable String method, @Nullable Drawing drawing) {
		return switch (ReadSignature.read(name, method, drawing)) {
			case Outcome.Accepted accepted -> List.of();
			case Outcome.Refused(var errors) ->
				errors.stream().map((error) -> error.field() + " " + error.code()).toList();
		};
	}

}
