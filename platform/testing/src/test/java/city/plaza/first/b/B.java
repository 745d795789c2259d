package city.plaza.first.b;

public class B {

	city.plaza.first.a.A other;

}
