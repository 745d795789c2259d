package city.plaza.platform.calls;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;

import static org.assertj.core.api.Assertions.assertThat;

class InstancesTests {

	private static final ServiceInstance ONE = new DefaultServiceInstance("1", "bills", "10.0.0.1", 80, false);

	private static final ServiceInstance TWO = new DefaultServiceInstance("2", "bills", "10.0.0.2", 80, false);

	private static final List<ServiceInstance> BOTH = List.of(ONE, TWO);

	private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);

	private final Instances instances = new Instances(Duration.ofSeconds(1), this.time::get);

	@Test
	void passesOverTheOneThatFailedAndTriesItAgainOnceAfterAWhile() {
		assertThat(choices()).isEqualTo(BOTH);
		assertThat(this.instances.failed(URI.create("http://10.0.0.1:80/bills"))).isTrue();
		assertThat(choices()).containsExactly(TWO);
		pass(Duration.ofMillis(999));
		assertThat(choices()).containsExactly(TWO);
		pass(Duration.ofMillis(1));
		assertThat(choices()).containsExactly(ONE);
		assertThat(choices()).containsExactly(TWO);
		this.instances.responded(URI.create("http://10.0.0.1:80/bills"), this.time.get());
		assertThat(choices()).isEqualTo(BOTH);
	}

	@Test
	void takesALateAnswerForNoSignOfLife() {
		choices();
		long before = this.time.get();
		this.instances.failed(URI.create("http://10.0.0.1:80/bills"));
		pass(Duration.ofMillis(1));
		this.instances.responded(URI.create("http://10.0.0.1:80/bills"), before);
		assertThat(choices()).containsExactly(TWO);
	}

	@Test
	void blamesTheServiceWhenAllOfItsInstancesFail() {
		choices();
		assertThat(this.instances.failed(URI.create("http://10.0.0.1:80/"))).isTrue();
		assertThat(this.instances.failed(URI.create("http://10.0.0.2:80/"))).isFalse();
		assertThat(choices()).isEqualTo(BOTH);
	}

	@Test
	void blamesTheServiceWhenItsOnlyInstanceFails() {
		this.instances.worthTrying("bills", List.of(ONE), true);
		assertThat(this.instances.failed(URI.create("http://10.0.0.1:80/"))).isFalse();
		assertThat(this.instances.worthTrying("bills", List.of(ONE), true)).containsExactly(ONE);
	}

	@Test
	void triesTheOneThatHasJustComeWithACallAtATime() {
		this.instances.worthTrying("bills", List.of(ONE), true);
		assertThat(choices()).as("calls that began before it came").containsExactly(ONE);
		pass(Duration.ofMillis(100));
		for (int answers = 0; answers < 3; answers++) {
			assertThat(choices()).containsExactly(TWO);
			assertThat(choices()).containsExactly(ONE);
			assertThat(this.instances.isOnTrial(URI.create("http://10.0.0.2:80/"))).isTrue();
			this.instances.responded(URI.create("http://10.0.0.2:80/"), this.time.get());
		}
		assertThat(choices()).isEqualTo(BOTH);
		assertThat(this.instances.isOnTrial(URI.create("http://10.0.0.2:80/"))).isFalse();
	}

	@Test
	void forgetsTheOneThatLeft() {
		choices();
		this.instances.worthTrying("bills", List.of(ONE), true);
		this.instances.failed(URI.create("http://10.0.0.2:80/"));
		assertThat(this.instances.areAllWell()).isTrue();
	}

	@Test
	void leavesTheTrialToQuestionsUnlessNoneComes() {
		this.instances.worthTrying("bills", List.of(ONE), false);
		assertThat(this.instances.worthTrying("bills", BOTH, false)).containsExactly(ONE);
		pass(Duration.ofMillis(2_099));
		assertThat(this.instances.worthTrying("bills", BOTH, false)).containsExactly(ONE);
		pass(Duration.ofMillis(1));
		assertThat(this.instances.worthTrying("bills", BOTH, false)).containsExactly(TWO);
	}

	@Test
	void takesThemAsTheyAreWhereThereIsNoOther() {
		this.instances.worthTrying("bills", List.of(), true);
		assertThat(choices()).isEqualTo(BOTH);
		assertThat(this.instances.failed(URI.create("http://10.0.0.1:80/"))).isTrue();
		this.instances.worthTrying("bills", List.of(TWO), true);
		assertThat(this.instances.areAllWell()).isTrue();
		this.instances.worthTrying("bills", List.of(ONE), true);
		assertThat(this.instances.isOnTrial(URI.create("http://10.0.0.1:80/"))).isFalse();
	}

	private void pass(Duration time) {
		this.time.addAndGet(time.toNanos());
	}

	private List<ServiceInstance> choices() {
		return this.instances.worthTrying("bills", BOTH, true);
	}

}
