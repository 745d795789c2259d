package city.plaza.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class TurnsTests {

	private final List<String> ran = new ArrayList<>();

	@Test
	void takesTurnsRoundByRoundInTheOrderGiven() throws Exception {
		Map<String, Rounds> measured = new Turns().with("ours", run("ours"))
			.with("nginx", run("nginx"))
			.measure(3, Duration.ofSeconds(2));
		assertThat(this.ran).containsExactly("ours PT2S", "nginx PT2S", "ours PT2S", "nginx PT2S", "ours PT2S",
				"nginx PT2S");
		assertThat(measured.keySet()).containsExactly("ours", "nginx");
		assertThat(measured.values()).allSatisfy((rounds) -> assertThat(rounds.samples()).hasSize(3));
	}

	@Test
	void warmsUpOneAfterTheOther() throws Exception {
		new Turns().with("ours", run("ours")).with("nginx", run("nginx")).warmUp();
		assertThat(this.ran).containsExactly("ours PT5S", "ours PT5S", "ours PT5S", "nginx PT5S", "nginx PT5S",
				"nginx PT5S");
	}

	@Test
	void warmsUpWhatIsCompiledWithOneRound() throws Exception {
		Map<String, Rounds> measured = new Turns().with("ours", run("ours"))
			.withCompiled("nginx", run("nginx"))
			.warmUp()
			.measure(1, Duration.ofSeconds(2));
		assertThat(this.ran).containsExactly("ours PT5S", "ours PT5S", "ours PT5S", "nginx PT5S", "ours PT2S",
				"nginx PT2S");
		assertThat(measured.keySet()).containsExactly("ours", "nginx");
	}

	@Test
	void doesNotHideARoundThatFailed() {
		Turns turns = new Turns().with("ours", (duration) -> {
			throw new IOException("wrk failed");
		});
		assertThatIOException().isThrownBy(() -> turns.measure(1, Duration.ZERO)).withMessage("wrk failed");
	}

	private Turns.Run run(String name) {
		return (duration) -> {
			this.ran.add(name + " " + duration);
			return Sample.of(100, Map.of());
		};
	}

}
