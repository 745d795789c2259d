package city.plaza.platform.calls;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;

import static org.assertj.core.api.Assertions.assertThat;

class InstancesTests {

	private static final ServiceInstance ONE = new DefaultServiceInstance("1", "bills", "10.0.0.1", 80, false);

	private static final ServiceInstance TWO = new DefaultServiceInstance("2", "bills", "10.0.0.2", 80, false);

	private static final List<ServiceInstance> BOTH = List.of(ONE, TWO);

	private Instances instances = new Instances(Duration.ofMinutes(1));

	@Test
	void passesOverTheOneThatFailedAndTriesItAgainOnceAfterAWhile() {
		this.instances = new Instances(Duration.ofSeconds(1));
		assertThat(choices()).isEqualTo(BOTH);
		assertThat(this.instances.failed(URI.create("http://10.0.0.1:80/bills"))).isTrue();
		assertThat(choices()).containsExactly(TWO);
		Awaitility.await().until(() -> choices().equals(List.of(ONE)));
		assertThat(choices()).containsExactly(TWO);
		this.instances.responded(URI.create("http://10.0.0.1:80/bills"), System.nanoTime());
		assertThat(choices()).isEqualTo(BOTH);
	}

	@Test
	void takesALateAnswerForNoSignOfLife() {
		choices();
		long before = System.nanoTime();
		this.instances.failed(URI.create("http://10.0.0.1:80/bills"));
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
		assertThat(choices()).containsExactly(ONE);
		for (int answers = 0; answers < 3; answers++) {
			Awaitility.await().until(() -> choices().equals(List.of(TWO)));
			assertThat(choices()).containsExactly(ONE);
			assertThat(this.instances.isOnTrial(URI.create("http://10.0.0.2:80/"))).isTrue();
			this.instances.responded(URI.create("http://10.0.0.2:80/"), System.nanoTime());
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
		this.instances = new Instances(Duration.ofMillis(200));
		this.instances.worthTrying("bills", List.of(ONE), false);
		assertThat(this.instances.worthTrying("bills", BOTH, false)).containsExactly(ONE);
		Awaitility.await().until(() -> this.instances.worthTrying("bills", BOTH, false).equals(List.of(TWO)));
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

	private List<ServiceInstance> choices() {
		return this.instances.worthTrying("bills", BOTH, true);
	}

}
