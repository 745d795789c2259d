package city.plaza.platform.testing.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemCodesTests {

	/** Stands for the platform's own, which this module does not know. */
	private static final String PROBLEM = """
			package city.plaza.platform.problem;
			public record Problem(String code) {
				public static Problem of(String code) { return new Problem(code); }
				public record FieldError(String code) { }
			}""";

	@TempDir
	private Path sources;

	@TempDir
	private Path classes;

	@Test
	void areTheConstantsOfTheClassesThatMakeProblemsAndNoOtherTexts() throws IOException {
		compile(Map.of("A",
				"""
						class A {
							static final String CODE = "inlined-code";
							static final Problem ONE = Problem.of("static-code");
							Problem two() { return Problem.of("returned-code"); }
							Object three() { return new Problem.FieldError("field-code"); }
							Object four() { return java.util.Optional.empty().map((x) -> Problem.of("lambda-code")); }
							Problem five() { return Problem.of(CODE); }
							Problem six(int i) { return Problem.of(switch (i) { case 1 -> "switch-code"; default -> "other-code"; }); }
						}""",
				"E", """
						enum E { ONE("enum-code"); final String code; E(String code) { this.code = code; }
							Problem problem() { return Problem.of(this.code); } }""", "Plain",
				"""
						class Plain { Object a = Problem.of("Not-A-Code"); Object b = "code"; Object c = "-a"; Object d = "a-";
							Object e = "a--b"; Object f = "a-1"; Object g = "a b-c"; Object h = "http://a-b"; Object i = ""; }""",
				"B", """
						class B { Object a = "of-another-kind"; Problem b; }"""));
		assertThat(ProblemCodes.in(this.classes)).containsExactly("enum-code", "field-code", "inlined-code",
				"lambda-code", "other-code", "returned-code", "static-code", "switch-code");
	}

	private void compile(Map<String, String> types) throws IOException {
		List<String> command = new ArrayList<>(List.of("-proc:none", "-d", this.classes.toString()));
		command.add(write("Problem", PROBLEM));
		for (Map.Entry<String, String> type : types.entrySet()) {
			command.add(write(type.getKey(), "import city.plaza.platform.problem.Problem;\n" + type.getValue()));
		}
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new))).isZero();
	}

	private String write(String name, String code) throws IOException {
		return Files.writeString(this.sources.resolve(name + ".java"), code).toString();
	}

}
