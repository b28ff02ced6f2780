import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';

/** Property is one object, checked as `dto` says. `ValidateNested` alone takes a missing object and a list of none. */
export function IsNested(dto: () => new () => object): PropertyDecorator {
  return (target, property) => [IsObject(), ValidateNested(), Type(dto)].forEach((decorate) => decorate(target, property));
}
