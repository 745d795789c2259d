package city.plaza.demo;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A customer with two bills of 250.00, made for one walk: what earlier walks paid does
 * not matter.
 *
 * @param run makes every number unique
 */
public record DemoCustomer(String run) {

	private static final long RUNS = 10_000_000_000L;

	/**
	 * A customer with numbers that are not used yet, also where several walks begin at
	 * once.
	 */
	public static DemoCustomer fresh() {
		return new DemoCustomer(String.format(Locale.ROOT, "%010d", ThreadLocalRandom.current().nextLong(RUNS)));
	}

	public String number() {
		return "7" + this.run;
	}

	public String account() {
		return number() + "-001";
	}

	public String name() {
		return "DEMO CUSTOMER " + this.run;
	}

	public String firstBill() {
		return "8" + this.run + "1";
	}

	public String secondBill() {
		return "8" + this.run + "2";
	}

	/** As finance would import it. */
	public String customersCsv() {
		return """
				customer_number,account_numbers,name,address_line1,city,state,postal_code,location
				%s,%s,%s,125 MAIN ST,ANY TOWN,IL,00000,125 MAIN ST
				""".formatted(number(), account(), name());
	}

	/** Both bills, three rows. */
	public String billsCsv() {
		return """
				bill_number,customer_number,bill_type,bill_year,issued_on,pay_by,currency,line,description,amount
				%1$s,%3$s,CLAIMS,2021,2021-06-01,2021-07-02,USD,1,Damage to city property,200.00
				%1$s,%3$s,CLAIMS,2021,2021-06-01,2021-07-02,USD,2,Inspection,50.00
				%2$s,%3$s,CLAIMS,2021,2021-06-01,2021-07-02,USD,1,Damage to city property,250.00
				""".formatted(firstBill(), secondBill(), number());
	}

}
