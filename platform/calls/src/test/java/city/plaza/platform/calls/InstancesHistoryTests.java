package city.plaza.platform.calls;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.client.loadbalancer.DefaultRequestContext;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestData;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class InstancesHistoryTests {

	private static final long SEED = 20260305;

	private static final int THREADS = 8;

	/** Longer than any test: no trial comes by itself. */
	private final Instances instances = new Instances(Duration.ofHours(1));

	/**
	 * Of each service those that failed and did not respond since are passed over, while
	 * another one is well.
	 */
	@Test
	void passOverThoseThatFailedWhereAnotherIsWell() {
		Random random = new Random(SEED);
		Map<String, List<ServiceInstance>> services = Map.of("bills", some("bills", 1), "links", some("links", 2),
				"notices", some("notices", 5));
		services.forEach((service, all) -> this.instances.worthTrying(service, all, true));
		Set<ServiceInstance> failed = new HashSet<>();
		for (int step = 0; step < 5_000; step++) {
			String service = List.copyOf(services.keySet()).get(random.nextInt(3));
			List<ServiceInstance> all = services.get(service);
			ServiceInstance one = all.get(random.nextInt(all.size()));
			if (random.nextBoolean()) {
				failed.add(one);
				assertThat(this.instances.failed(address(one))).as("step %d, seed %d", step, SEED)
					.isEqualTo(!failed.containsAll(all));
			}
			else {
				failed.remove(one);
				this.instances.responded(address(one), System.nanoTime());
			}
			List<ServiceInstance> well = all.stream().filter((each) -> !failed.contains(each)).toList();
			assertThat(this.instances.worthTrying(service, all, random.nextBoolean()))
				.as("step %d, seed %d", step, SEED)
				.isEqualTo(well.isEmpty() ? all : well);
			assertThat(this.instances.areAllWell()).isEqualTo(failed.isEmpty());
			assertThat(this.instances.isOnTrial(address(one))).isEqualTo(failed.contains(one) && !well.isEmpty());
		}
	}

	@Test
	void giveTheTrialToOneCallOfMany() throws Exception {
		List<ServiceInstance> both = some("bills", 2);
		this.instances.worthTrying("bills", both.subList(0, 1), true);
		this.instances.worthTrying("bills", both, true);
		for (int responses = 1; responses < 3; responses++) {
			// Each response but the last makes the next trial due at once.
			this.instances.responded(address(both.get(1)), System.nanoTime());
			List<List<ServiceInstance>> choices = together(() -> this.instances.worthTrying("bills", both, true));
			assertThat(choices).hasSize(THREADS).containsOnlyOnce(both.subList(1, 2)).contains(both.subList(0, 1));
		}
		this.instances.responded(address(both.get(1)), System.nanoTime());
		assertThat(together(() -> this.instances.worthTrying("bills", both, true))).containsOnly(both);
	}

	@Test
	void keepNothingOfThoseThatAreGoneWhateverFailsLate() throws Exception {
		List<ServiceInstance> many = some("bills", 20);
		this.instances.worthTrying("bills", many, true);
		together(() -> {
			many.forEach((each) -> this.instances.failed(address(each)));
			return true;
		});
		this.instances.worthTrying("bills", List.of(), true);
		many.forEach((each) -> this.instances.failed(address(each)));
		assertThat(this.instances.areAllWell()).isTrue();
		assertThat(this.instances.worthTrying("bills", List.of(), true)).isEmpty();
	}

	@Test
	void knowNothingOfAnAddressThatIsInNoService() {
		assertThat(this.instances.failed(URI.create("http://elsewhere:80/"))).isFalse();
		assertThat(this.instances.isOnTrial(URI.create("http://elsewhere:80/"))).isFalse();
		assertThat(this.instances.areAllWell()).isTrue();
	}

	@Test
	void areChosenByWhetherTheCallMayBeAskedAgain() {
		List<ServiceInstance> both = some("bills", 2);
		OnlyThoseThatAnswer choice = new OnlyThoseThatAnswer(registry("bills", both), this.instances);
		this.instances.worthTrying("bills", both.subList(0, 1), true);
		choice.get().blockFirst();
		this.instances.responded(address(both.get(1)), System.nanoTime());
		for (Request<?> change : List.of(new DefaultRequest<>(), new DefaultRequest<>(new DefaultRequestContext()),
				call(Map.of()), call(Map.of(Watching.WATCH, "no watch")), call(watch(false)))) {
			assertThat(choice.get(change).blockFirst()).isEqualTo(both.subList(0, 1));
		}
		assertThat(choice.get().blockFirst()).isEqualTo(both.subList(0, 1));
		assertThat(choice.get(call(watch(true))).blockFirst()).isEqualTo(both.subList(1, 2));
	}

	private Map<String, Object> watch(boolean isQuestion) {
		Map<String, Object> attributes = new HashMap<>();
		Watching.by(new InstanceWatch(this.instances, isQuestion, Duration.ofSeconds(1)), attributes);
		return attributes;
	}

	private static Request<?> call(Map<String, Object> attributes) {
		return new DefaultRequest<>(new RequestDataContext(new RequestData(HttpMethod.GET, URI.create("http://bills/"),
				new HttpHeaders(), new LinkedMultiValueMap<>(), attributes)));
	}

	private static ServiceInstanceListSupplier registry(String service, List<ServiceInstance> all) {
		return new ServiceInstanceListSupplier() {

			@Override
			public String getServiceId() {
				return service;
			}

			@Override
			public Flux<List<ServiceInstance>> get() {
				return Flux.just(all);
			}

		};
	}

	private static <T extends @Nullable Object> List<T> together(Callable<T> work) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			List<Future<T>> results = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				results.add(threads.submit(() -> {
					start.await();
					return work.call();
				}));
			}
			start.countDown();
			List<T> values = new ArrayList<>();
			for (Future<T> result : results) {
				values.add(result.get());
			}
			return values;
		}
	}

	private static List<ServiceInstance> some(String service, int count) {
		return IntStream.range(0, count)
			.<ServiceInstance>mapToObj(
					(i) -> new DefaultServiceInstance(service + i, service, service + "-" + i, 8080, false))
			.toList();
	}

	private static URI address(ServiceInstance instance) {
		return URI.create("http://" + instance.getHost() + ":" + instance.getPort() + "/api?x=1");
	}

}
