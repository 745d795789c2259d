package city.plaza.platform.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What applies the events of each consumption of this service. */
record Receptions(Map<Consumption, Reception> all) {

	static Receptions of(Consumptions consumptions, Function<Subscription, Reception> reception) {
		Map<Consumption, Reception> all = new LinkedHashMap<>();
		consumptions.all().forEach((consumption) -> all.put(consumption, reception.apply(consumption.subscription())));
		return new Receptions(all);
	}

	<T> List<T> map(BiFunction<Consumption, Reception, T> make) {
		return this.all.entrySet().stream().map((entry) -> make.apply(entry.getKey(), entry.getValue())).toList();
	}

}
